using System.Reflection;

namespace AddUserToGroup.Benchmarks;

/// <summary>Where the sources are that candidates are built from, and where what is built goes.</summary>
internal static class BuildPaths
{
    public static string Project { get; } = typeof(BuildPaths).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == "ProjectDirectory")
        .Value!;

    public static string Repository { get; } = Path.GetFullPath(Path.Combine(Project, "..", ".."));

    public static string Function { get; } = Path.Combine(Repository, "src", "AddUserToGroup");

    public static string Sources(string candidate) => Path.Combine(Project, "Candidates", candidate);

    /// <summary>A folder for what one candidate is built into; made where it is missing.</summary>
    public static string Artifacts(string candidate) =>
        Directory.CreateDirectory(Path.Combine(Project, "obj", "candidates", candidate)).FullName;
}
