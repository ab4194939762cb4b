namespace AddUserToGroup.EndToEndTests.Commands;

internal sealed record CommandResult(int ExitCode, string Output, string Error);
