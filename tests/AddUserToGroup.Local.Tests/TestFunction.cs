namespace AddUserToGroup.Local.Tests;

/// <summary>The build of the function that is tested: this build's, or the one that the environment names.</summary>
internal static class TestFunction
{
    public static string Path { get; } =
        Environment.GetEnvironmentVariable("ADD_USER_TO_GROUP_FUNCTION") is { Length: > 0 } path ? path : BuildPaths.Function;

    public static string Event(string name) => System.IO.Path.Combine(AppContext.BaseDirectory, "events", $"{name}.json");
}
