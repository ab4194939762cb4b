using System.Globalization;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>
/// A <c>{name:format}</c> in a template; <paramref name="End"/> is behind its brace. <c>{@name}</c> asks for JSON by
/// reflection, which is off in this function: what comes out then is the value's text.
/// </summary>
internal sealed record Placeholder(string Token, string Name, string? Format, bool AsText, int Start, int End)
{
    public int? Position =>
        int.TryParse(Name, NumberStyles.Integer, CultureInfo.InvariantCulture, out var position) ? position : null;

    public static List<Placeholder> Find(string text)
    {
        var found = new List<Placeholder>();
        var start = -1;
        for (var index = 0; index < text.Length; index++)
        {
            if (text[index] == '{' && start < 0)
            {
                start = index;
            }
            else if (text[index] == '{' && start == index - 1)
            {
                // An escaped brace.
                start = -1;
            }
            else if (text[index] == '}' && start >= 0)
            {
                if (index > start + 1)
                {
                    found.Add(Read(text, start, index + 1));
                }

                start = -1;
            }
        }

        return found;
    }

    private static Placeholder Read(string text, int start, int end)
    {
        var content = text.AsSpan(start + 1, end - start - 2);
        var asText = content[0] == '@';
        if (asText)
        {
            content = content[1..];
        }

        var colon = content.IndexOf(':');
        var name = (colon < 0 ? content : content[..colon]).Trim().ToString();
        var format = colon < 0 ? "" : content[(colon + 1)..].Trim().ToString();
        return new Placeholder(text[start..end], name, format.Length == 0 ? null : format, asText, start, end);
    }
}
