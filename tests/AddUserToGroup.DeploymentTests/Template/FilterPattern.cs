using System.Data;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace AddUserToGroup.DeploymentTests.Template;

/// <summary>
/// CloudWatch's filter patterns for JSON, as far as template.yaml uses them: comparisons of strings, <c>&amp;&amp;</c>,
/// <c>||</c> and parentheses. A data table filters its rows by the same rules.
/// </summary>
internal static partial class FilterPattern
{
    /// <summary>Whether a metric filter counts a log line. A comparison with a member that the line lacks is false.</summary>
    public static bool Matches(string pattern, JsonObject line)
    {
        Assert.Matches(Supported, pattern);
        using var lines = new DataTable { Locale = CultureInfo.InvariantCulture, CaseSensitive = true };
        foreach (var member in Member.Matches(pattern).Select(match => match.Groups[1].Value).Distinct())
        {
            lines.Columns.Add(member);
        }

        lines.Rows.Add([.. lines.Columns.Cast<DataColumn>().Select(column => (object?)line[column.ColumnName]?.ToString())]);
        var filter = Member.Replace(pattern.Trim('{', '}'), "$1")
            .Replace("&&", "AND", StringComparison.Ordinal).Replace("||", "OR", StringComparison.Ordinal).Replace('"', '\'');
        return lines.Select(filter).Length == 1;
    }

    // An asterisk in a value would be a wildcard.
    [GeneratedRegex("""^\{( |\(|\)|&&|\|\||\$\.\w+ = "\w+")+\}$""")]
    private static partial Regex Supported { get; }

    [GeneratedRegex(@"\$\.(\w+)")]
    private static partial Regex Member { get; }
}
