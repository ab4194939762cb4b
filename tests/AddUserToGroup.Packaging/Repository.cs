using System.Reflection;

namespace AddUserToGroup.Packaging;

/// <summary>The repository that this program was built in.</summary>
internal static class Repository
{
    public static string Folder { get; } = typeof(Repository).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == "RepositoryRoot")
        .Value!;

    public static string Function { get; } = Path.Combine(Folder, "src", "AddUserToGroup");
}
