namespace AddUserToGroup.DeploymentTests.Packaging;

/// <summary>The licences, as SPDX names, under which others' work may be shipped or needed here.</summary>
internal static class Licences
{
    /// <summary>They ask for no more than that notices go along.</summary>
    public static IReadOnlySet<string> Allowed { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        "0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "ISC", "MIT",
    };

    /// <param name="expression">Names, or alternatives of which one is enough: <c>(MIT OR CC0-1.0)</c>.</param>
    public static bool Allow(string? expression) =>
        expression is not null
        && expression.Trim('(', ')').Split(" OR ").Any(Allowed.Contains);
}
