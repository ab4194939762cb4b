using AddUserToGroup.Benchmarks;

return await CommandLine.RunAsync(args);
