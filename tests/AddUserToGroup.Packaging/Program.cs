using AddUserToGroup.Packaging;

return await CommandLine.RunAsync(args);
