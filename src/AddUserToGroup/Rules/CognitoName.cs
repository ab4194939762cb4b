using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace AddUserToGroup.Rules;

/// <summary>
/// What Cognito takes as a username or a group name: 1 to 128 characters of <c>[\p{L}\p{M}\p{S}\p{N}\p{P}]</c>
/// (API reference of AdminAddUserToGroup). Judged by code point, for that is how the pattern is meant; <c>Regex</c> goes by
/// UTF-16 unit and would refuse an emoji that Cognito takes.
/// </summary>
internal static class CognitoName
{
    public const int MaxLength = 128;

    /// <param name="name">A username or a group name, or null where none was given.</param>
    /// <param name="fault">What is wrong with it, to be read after "userId" or "groupName".</param>
    public static bool IsGood([NotNullWhen(true)] string? name, [NotNullWhen(false)] out string? fault)
    {
        fault = name switch
        {
            null => "must be given, as a string",
            "" => "must not be empty",
            _ => Fault(name),
        };
        return fault is null;
    }

    private static string? Fault(string name)
    {
        var length = 0;
        for (var rest = name.AsSpan(); rest.Length > 0; length++)
        {
            if (length == MaxLength)
            {
                return $"must not be longer than {MaxLength} characters";
            }

            if (Rune.DecodeFromUtf16(rest, out var rune, out var consumed) != OperationStatus.Done || !IsAllowed(rune))
            {
                return "must not contain white space, control, format or private-use characters, or fillers";
            }

            rest = rest[consumed..];
        }

        return null;
    }

    // Unassigned code points pass: a character may be newer than this runtime's tables, and Cognito then has the last word.
    private static bool IsAllowed(Rune rune) => !IsFiller(rune) && Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse);

    // Letters and a symbol to Unicode and to Cognito, and blank in every script: Hangul's fillers and Braille's blank. What
    // shows nothing by itself but changes its neighbour, such as the variation selector in ❤️, is no filler.
    private static bool IsFiller(Rune rune) => rune.Value is 0x115F or 0x1160 or 0x2800 or 0x3164 or 0xFFA0;
}
