namespace AddUserToGroup.Tests.StandIns;

internal sealed record Sample(string? Name, string? Nick);
