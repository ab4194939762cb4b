using System.Reflection;

namespace AddUserToGroup.Shared.Tools;

/// <summary>The repository that these tests and programs were built from.</summary>
internal static class Repository
{
    public static string Folder { get; } = typeof(Repository).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == nameof(Repository))
        .Value!;

    /// <summary>The function's project.</summary>
    public static string Function { get; } = Path.Combine(Folder, "src", "AddUserToGroup");

    /// <param name="path">Relative, with forward slashes.</param>
    public static string ReadText(string path) => File.ReadAllText(Path.Combine(Folder, path));
}
