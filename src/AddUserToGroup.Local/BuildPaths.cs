using System.Reflection;

namespace AddUserToGroup.Local;

/// <summary>Where this build's other parts are, as MSBuild wrote it into the assembly.</summary>
internal static class BuildPaths
{
    /// <summary>The function that was built together with this program.</summary>
    public static string Function => Read("FunctionAssembly");

    /// <summary>The folder of the page's sources and packages.</summary>
    public static string Page => Read("PageDirectory");

    /// <summary>The folder of the user pool's launcher and its packages.</summary>
    public static string UserPool => Read("UserPoolDirectory");

    private static string Read(string key) =>
        typeof(BuildPaths).Assembly
            .GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(metadata => metadata.Key == key)
            .Value!;
}
