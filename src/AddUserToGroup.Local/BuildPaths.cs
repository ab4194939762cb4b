using System.Reflection;

namespace AddUserToGroup.Local;

/// <summary>The paths of the stack's other parts, which MSBuild writes into the assembly.</summary>
internal static class BuildPaths
{
    /// <summary>The build of the function that belongs to this build.</summary>
    public static string Function => Read("FunctionAssembly");

    /// <summary>The folder of the page's sources and npm packages.</summary>
    public static string Page => Read("PageDirectory");

    /// <summary>The folder of the user pool's launcher.js and npm packages.</summary>
    public static string UserPool => Read("UserPoolDirectory");

    private static string Read(string key) =>
        typeof(BuildPaths).Assembly
            .GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(metadata => metadata.Key == key)
            .Value!;
}
