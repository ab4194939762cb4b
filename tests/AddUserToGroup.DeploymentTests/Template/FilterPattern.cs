using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace AddUserToGroup.DeploymentTests.Template;

/// <summary>
/// CloudWatch's filter patterns for JSON, as far as template.yaml uses them: comparisons of strings, <c>&amp;&amp;</c>,
/// <c>||</c> and parentheses.
/// </summary>
internal sealed partial class FilterPattern
{
    private readonly Queue<string> _tokens;
    private readonly JsonObject _line;

    private FilterPattern(string pattern, JsonObject line)
    {
        _tokens = new(Token.Matches(pattern).Select(match => match.Value));
        _line = line;
        Assert.Equal(pattern.Replace(" ", "", StringComparison.Ordinal), string.Concat(_tokens).Replace(" ", "", StringComparison.Ordinal));
    }

    /// <summary>Whether a metric filter counts a log line.</summary>
    public static bool Matches(string pattern, JsonObject line)
    {
        var filter = new FilterPattern(pattern, line);
        filter.Take("{");
        var matches = filter.ReadAlternatives();
        filter.Take("}");
        Assert.Empty(filter._tokens);
        return matches;
    }

    private bool ReadAlternatives()
    {
        var matches = ReadConjunction();
        while (_tokens.Peek() == "||")
        {
            Take("||");
            matches |= ReadConjunction();
        }

        return matches;
    }

    private bool ReadConjunction()
    {
        var matches = ReadOperand();
        while (_tokens.Peek() == "&&")
        {
            Take("&&");
            matches &= ReadOperand();
        }

        return matches;
    }

    private bool ReadOperand()
    {
        if (_tokens.Peek() != "(")
        {
            // A comparison with a member that the line does not have is false.
            var comparison = Comparison.Match(_tokens.Dequeue());
            return (string?)_line[comparison.Groups["member"].Value] == comparison.Groups["value"].Value;
        }

        Take("(");
        var matches = ReadAlternatives();
        Take(")");
        return matches;
    }

    private void Take(string token) => Assert.Equal(token, _tokens.Dequeue());

    // A value with an asterisk would be a wildcard.
    [GeneratedRegex("""[{}()]|&&|\|\||\$\.\w+ = "\w+["]""")]
    private static partial Regex Token { get; }

    [GeneratedRegex("""^\$\.(?<member>\w+) = "(?<value>\w+)"$""")]
    private static partial Regex Comparison { get; }
}
