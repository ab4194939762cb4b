using System.Net;
using AddUserToGroup.Local.Commands;

// The stack calls nothing but its own loopback addresses, which no proxy can reach.
HttpClient.DefaultProxy = new WebProxy();
return await CommandLine.RunAsync(args);
