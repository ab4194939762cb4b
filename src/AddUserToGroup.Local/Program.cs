using AddUserToGroup.Local.Commands;

return await CommandLine.RunAsync(args);
