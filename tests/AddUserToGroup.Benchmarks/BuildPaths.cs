using AddUserToGroup.Shared.Tools;

namespace AddUserToGroup.Benchmarks;

/// <summary>Where the sources are that candidates are built from, and where what is built goes.</summary>
internal static class BuildPaths
{
    private static readonly string Project = Path.Combine(Repository.Folder, "tests", "AddUserToGroup.Benchmarks");

    public static string Sources(string candidate) => Path.Combine(Project, "Candidates", candidate);

    /// <summary>A folder for what one candidate is built into; made where it is missing.</summary>
    public static string Artifacts(string candidate) =>
        Directory.CreateDirectory(Path.Combine(Project, "obj", "candidates", candidate)).FullName;
}
