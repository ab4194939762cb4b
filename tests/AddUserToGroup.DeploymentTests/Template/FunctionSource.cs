using System.Globalization;
using System.Text.RegularExpressions;

namespace AddUserToGroup.DeploymentTests.Template;

/// <summary>What the template has to agree with, read from the function's source.</summary>
internal static class FunctionSource
{
    public const string Folder = "src/AddUserToGroup";

    /// <summary>The project's name is the assembly's, as long as the project does not say otherwise.</summary>
    public static string AssemblyName => File("AddUserToGroup.csproj").Contains("<AssemblyName>", StringComparison.Ordinal)
        ? throw new InvalidOperationException("The project file names the assembly; read it from there.")
        : "AddUserToGroup";

    /// <summary>Root certificates that are published beside the assembly, in Lambda below /var/task.</summary>
    public static IEnumerable<string> PublishedRoots => All(File("AddUserToGroup.csproj"), @"<Content Include=""(.+?\.pem)""");

    /// <summary>Such as <c>net10.0</c>.</summary>
    public static string TargetFramework =>
        Single(Repository.ReadText("src/Directory.Build.props"), "<TargetFramework>(.+?)</TargetFramework>");

    public static IEnumerable<string> Settings => All(File("Settings.cs"), @"variable\(""(.+?)""\)");

    public static IEnumerable<string> Outcomes => All(File("Outcome.cs"), @"^    (\w+),");

    public static IEnumerable<string> AuditMembers => All(File("AuditLog.cs"), @"^ +\(""(\w+)"",");

    public static string AdministratorsGroup => Single(File("Rules/Administrators.cs"), @"const string Group = ""(.+?)"";");

    /// <summary>The time that the function keeps for its answer.</summary>
    public static TimeSpan Margin => TimeSpan.FromMilliseconds(
        int.Parse(Single(File("Function.cs"), @"Margin = TimeSpan\.FromMilliseconds\((\d+)\)"), CultureInfo.InvariantCulture));

    /// <summary>As they stand in JSON.</summary>
    public static IEnumerable<string> Arguments =>
        All(File("AppSync/MutationArguments.cs"), @"public string\? (\w+) \{").Select(CamelCase);

    /// <summary>As they stand in JSON.</summary>
    public static IEnumerable<string> ResultFields =>
        All(Single(File("AppSync/Membership.cs"), @"record Membership\((.+?)\);"), @"string (\w+)").Select(CamelCase);

    private static string File(string name) => Repository.ReadText($"{Folder}/{name}");

    private static string Single(string text, string pattern) => Assert.Single(All(text, pattern));

    private static List<string> All(string text, string pattern)
    {
        var found = Regex.Matches(text, pattern, RegexOptions.Multiline).Select(match => match.Groups[1].Value).ToList();
        Assert.NotEmpty(found);
        return found;
    }

    private static string CamelCase(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
