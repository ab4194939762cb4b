namespace AddUserToGroup.Tests.StandIns;

/// <summary>Tests that set environment variables or the console, and so run while no other test does.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public static class ProcessWideState
{
    public const string Name = "stand-ins: process-wide state";
}
