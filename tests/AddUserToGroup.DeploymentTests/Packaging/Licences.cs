namespace AddUserToGroup.DeploymentTests.Packaging;

/// <summary>The allowed licences of packages that are shipped or run, as SPDX names.</summary>
internal static class Licences
{
    /// <summary>They require no more than notices.</summary>
    public static IReadOnlySet<string> Allowed { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        "0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "ISC", "MIT",
    };

    /// <param name="expression">A name, or alternatives of which one has to be allowed: <c>(MIT OR CC0-1.0)</c>.</param>
    public static bool Allow(string? expression) =>
        expression is not null
        && expression.Trim('(', ')').Split(" OR ").Any(Allowed.Contains);
}
