using System.Text.RegularExpressions;

namespace AddUserToGroup.Tests;

internal sealed partial record RecordedLine(string Level, string Template, IReadOnlyList<object?> Values)
{
    public IReadOnlyDictionary<string, object?> Members { get; } = Placeholder().Matches(Template)
        .Select((match, index) => KeyValuePair.Create(match.Groups[1].Value, Values[index]))
        .ToDictionary();

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Placeholder();
}
