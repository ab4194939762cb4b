namespace AddUserToGroup.Local.Tests.Commands;

internal sealed record CommandResult(int ExitCode, string Output, string Error);
