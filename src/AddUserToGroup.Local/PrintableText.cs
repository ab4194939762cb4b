using System.Globalization;

namespace AddUserToGroup.Local;

/// <summary>Makes text that may contain a client's input safe for a terminal.</summary>
internal static class PrintableText
{
    /// <returns>The text, with control and format characters as JSON escapes: they could forge a line or move the cursor.</returns>
    public static string Escape(string text) => string.Concat(text.Select(character =>
        IsPrintable(character) ? $"{character}" : string.Create(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}")));

    private static bool IsPrintable(char character) => character == '\t'
        || char.GetUnicodeCategory(character) is not (
            UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
