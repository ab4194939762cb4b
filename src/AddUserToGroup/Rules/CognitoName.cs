using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace AddUserToGroup.Rules;

/// <summary>
/// Validates usernames and group names by Cognito's pattern, 1 to 128 characters of <c>[\p{L}\p{M}\p{S}\p{N}\p{P}]</c> (API
/// reference of AdminAddUserToGroup), except for characters that look like a blank or are unassigned. It checks code points:
/// <c>Regex</c> checks UTF-16 units and would reject an emoji that Cognito accepts.
/// </summary>
internal static class CognitoName
{
    /// <summary>In characters, which are code points.</summary>
    public const int MaxLength = 128;

    /// <param name="name">A username or a group name; null if it is missing.</param>
    /// <param name="problem">What is wrong, as the rest of a sentence after "userId" or "groupName".</param>
    public static bool IsValid([NotNullWhen(true)] string? name, [NotNullWhen(false)] out string? problem)
    {
        problem = name switch
        {
            null => "is missing",
            "" => "must not be empty",
            _ => FindProblem(name),
        };
        return problem is null;
    }

    private static string? FindProblem(string name)
    {
        var length = 0;
        for (var rest = name.AsSpan(); rest.Length > 0; length++)
        {
            if (length == MaxLength)
            {
                return $"must not be longer than {MaxLength} characters";
            }

            if (Rune.DecodeFromUtf16(rest, out var rune, out var consumed) != OperationStatus.Done)
            {
                return $"must not contain half a surrogate pair (character {length + 1})";
            }

            if (FindRejectedKind(rune) is { } kind)
            {
                return $"must not contain {kind} (U+{rune.Value:X4}, character {length + 1})";
            }

            rest = rest[consumed..];
        }

        return null;
    }

    // Unassigned code points pass: Cognito may know newer characters than this runtime, and it validates every name anyway.
    private static string? FindRejectedKind(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => "white space",
        UnicodeCategory.Control when Rune.IsWhiteSpace(rune) => "white space",
        UnicodeCategory.Control => "a control character",
        UnicodeCategory.Format => "an invisible format character",
        UnicodeCategory.PrivateUse => "a private-use character",
        _ when IsBlank(rune) => "a character that looks like a blank",
        _ => null,
    };

    // Unicode and Cognito count these as letters or symbols, but every font shows a blank: Hangul's fillers and Braille's blank.
    private static bool IsBlank(Rune rune) => rune.Value is 0x115F or 0x1160 or 0x2800 or 0x3164 or 0xFFA0;
}
