using System.Reflection;

namespace AddUserToGroup.DeploymentTests;

/// <summary>The repository that these tests were built in.</summary>
internal static class RepositoryRoot
{
    public static string Folder { get; } = typeof(RepositoryRoot).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == nameof(RepositoryRoot))
        .Value!;

    /// <param name="path">Relative, with forward slashes.</param>
    public static string ReadText(string path) => File.ReadAllText(Path.Combine(Folder, path));
}
