using AddUserToGroup.SupplyChain;

return await CommandLine.RunAsync(args);
