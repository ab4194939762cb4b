using System.Globalization;
using System.Text;

namespace AddUserToGroup.Local;

/// <summary>Makes text that may contain a client's input safe for a terminal.</summary>
internal static class PrintableText
{
    /// <returns>The text, with control and format characters as JSON escapes: they could forge a line or move the cursor.</returns>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            _ = IsPrintable(character)
                ? escaped.Append(character)
                : escaped.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}");
        }

        return escaped.ToString();
    }

    private static bool IsPrintable(char character) => character == '\t'
        || char.GetUnicodeCategory(character) is not (
            UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
