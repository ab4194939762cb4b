using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using AddUserToGroup.Rules;

namespace AddUserToGroup.Shared.Contract;

/// <summary>
/// Implements the README's section "Contract" sentence by sentence, independently of the function, so that both can be
/// compared.
/// </summary>
internal static partial class Oracle
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    // HANGUL CHOSEONG FILLER, HANGUL JUNGSEONG FILLER, HANGUL FILLER, HALFWIDTH HANGUL FILLER, BRAILLE PATTERN BLANK
    private const string Fillers = "\u115F\u1160\u3164\uFFA0\u2800";

    private static readonly Verdict InvalidEvent = new("InternalError");

    /// <param name="json">The event.</param>
    /// <param name="userPoolIssuer">USER_POOL_ISSUER.</param>
    /// <param name="assignableGroups">The names in ASSIGNABLE_GROUPS; null where it is not set.</param>
    public static Verdict Judge(byte[] json, string userPoolIssuer, IReadOnlyCollection<string>? assignableGroups)
    {
        // "It rejects an event … if a member that it reads is there twice …, if the event is not UTF-8 or is nested more than 64
        // levels deep": the parser's limit.
        try
        {
            StrictUtf8.GetCharCount(json);
            using var document = JsonDocument.Parse(json);
            return Members(document.RootElement, "arguments", "identity", "request") is { } members
                ? Judge(members, userPoolIssuer, assignableGroups)
                : InvalidEvent;
        }
        catch (Exception exception) when (exception is DecoderFallbackException or JsonException)
        {
            return InvalidEvent;
        }
    }

    private static Verdict Judge(
        Dictionary<string, JsonElement> root, string userPoolIssuer, IReadOnlyCollection<string>? assignableGroups)
    {
        // "A null member counts as missing; the function rejects an event with a member of another type."
        if (Members(root, "identity", "sub", "username", "issuer", "groups", "sourceIp") is not { } identity
            || Members(root, "arguments", "userId", "groupName") is not { } arguments
            || Members(root, "request") is null
            || ((string[])["sub", "username", "issuer"]).Any(name => !IsMissingOr(identity, name, JsonValueKind.String) || IsHalfCharacter(identity, name))
            || ((string[])["userId", "groupName"]).Any(name => !IsMissingOr(arguments, name, JsonValueKind.String))
            || !IsMissingOr(identity, "groups", JsonValueKind.Array)
            || Texts(identity, "groups") is not { } groups
            || (identity.TryGetValue("sourceIp", out var sourceIp) && HasDuplicate(sourceIp)))
        {
            return InvalidEvent;
        }

        var (sub, username, issuer) = (Text(identity, "sub"), Text(identity, "username"), Text(identity, "issuer"));
        var (userId, groupName) = (Text(arguments, "userId"), Text(arguments, "groupName"));

        // "The event has the identity of a Cognito user pool (sub, username, issuer, groups)."
        var isOfUserPool = !string.IsNullOrEmpty(sub) && !string.IsNullOrEmpty(username);
        // "Its issuer is one of the pool's two." "Its groups contain ADMINS, in this spelling." The name is the only thing that it takes from the function.
        var mayCall = isOfUserPool && (issuer == userPoolIssuer || issuer == OtherIssuer(userPoolIssuer)) && groups.Any(group => group == MembershipRules.AdministratorsGroup);

        var refusal =
            !mayCall ? "Unauthorized"
            : !IsName(userId) || !IsName(groupName) ? "InvalidInput"
            : assignableGroups is not null && !assignableGroups.Any(group => group == groupName) ? "GroupNotAssignable"
            : null;
        // "An event with `request` was made by AppSync itself."
        var hasRequest = root.TryGetValue("request", out var request) && request.ValueKind == JsonValueKind.Object;
        return new Verdict(refusal, hasRequest, username, sub, SourceIp(identity), userId, groupName);
    }

    // "where it is one of Cognito's two forms, https://cognito-idp.<Region>.<suffix>/<pool> and
    // https://issuer-cognito-idp.<Region>.<suffix>/<pool>, the other"
    private static string? OtherIssuer(string userPoolIssuer) => CognitosForm().Match(userPoolIssuer) is { Success: true } form
        ? $"https://{(form.Groups["issuer"].Success ? "" : "issuer-")}cognito-idp.{form.Groups["rest"].Value}"
        : null;

    [GeneratedRegex(@"\Ahttps://(?<issuer>issuer-)?cognito-idp\.(?<rest>[a-z]+(-[a-z]+)+-[0-9]+(\.[a-z]+)+/[0-9A-Za-z_-]+)\z")]
    private static partial Regex CognitosForm();

    // "the first eight and the last eight with an ellipsis for those between; an address that is longer than 61 characters is
    // cut and ends in an ellipsis; whatever is no visible ASCII, and a comma, is `?`, and so is what is no text"
    private static string? SourceIp(Dictionary<string, JsonElement>? identity)
    {
        if (identity is null || !identity.TryGetValue("sourceIp", out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        var addresses = (value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().ToArray() : [value]).Select(item =>
        {
            var text = Text(item);
            return string.IsNullOrEmpty(text) ? "?" : Ascii().Replace(text[..Math.Min(61, text.Length)], "?") + (text.Length > 61 ? "…" : "");
        }).ToArray();
        return addresses.Length switch
        {
            0 => null,
            > 16 => string.Join(", ", addresses[..8]) + ", …, " + string.Join(", ", addresses[^8..]),
            _ => string.Join(", ", addresses),
        };
    }

    [GeneratedRegex("[^!-~]|,")]
    private static partial Regex Ascii();

    // "missing, not a string, empty, longer than 128 characters, or holds white space, control, format or private-use
    // characters, or one of five fillers": Cognito's [\p{L}\p{M}\p{S}\p{N}\p{P}], and what is too new for .NET to know.
    private static bool IsName(string? text)
    {
        var characters = 0;
        for (var i = 0; text is not null && i < text.Length; i += char.IsSurrogatePair(text, i) ? 2 : 1)
        {
            characters++;
            var isVisible = CharUnicodeInfo.GetUnicodeCategory(text, i) is
                UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
                or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter
                or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark
                or UnicodeCategory.MathSymbol or UnicodeCategory.CurrencySymbol or UnicodeCategory.ModifierSymbol
                or UnicodeCategory.OtherSymbol
                or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber
                or UnicodeCategory.ConnectorPunctuation or UnicodeCategory.DashPunctuation
                or UnicodeCategory.OpenPunctuation or UnicodeCategory.ClosePunctuation
                or UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation
                or UnicodeCategory.OtherPunctuation
                or UnicodeCategory.OtherNotAssigned;
            if (!isVisible || Fillers.Contains(text[i], StringComparison.Ordinal))
            {
                return false;
            }
        }

        return characters is >= 1 and <= 128;
    }

    private static bool IsMissingOr(Dictionary<string, JsonElement> members, string name, JsonValueKind kind) =>
        !members.TryGetValue(name, out var value) || value.ValueKind == JsonValueKind.Null || value.ValueKind == kind;

    // The JSON reader of .NET rejects duplicates in what it keeps whole.
    private static bool HasDuplicate(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => value.EnumerateArray().Any(HasDuplicate),
        JsonValueKind.Object => value.EnumerateObject().Select(Name).ToArray() is var names
            && (names.Contains(null) || names.Distinct().Count() < names.Length
                || value.EnumerateObject().Any(member => HasDuplicate(member.Value))),
        _ => false,
    };

    private static bool IsHalfCharacter(Dictionary<string, JsonElement> members, string name) =>
        members.TryGetValue(name, out var value) && value.ValueKind == JsonValueKind.String && Text(value) is null;

    /// <summary>Of a member: those of these names, none if it is missing; null if it is of another type or has one of them twice.</summary>
    private static Dictionary<string, JsonElement>? Members(
        Dictionary<string, JsonElement> parent, string name, params ReadOnlySpan<string> read) =>
        parent.TryGetValue(name, out var value) && value.ValueKind != JsonValueKind.Null ? Members(value, read) : [];

    /// <summary>Those of these names; null if it is no object, has one of them twice, or has a name that is no text.</summary>
    private static Dictionary<string, JsonElement>? Members(JsonElement value, params ReadOnlySpan<string> read)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var members = new Dictionary<string, JsonElement>();
        foreach (var member in value.EnumerateObject())
        {
            if (Name(member) is not { } name || (read.Contains(name) && !members.TryAdd(name, member.Value)))
            {
                return null;
            }
        }

        return members;
    }

    private static string? Text(Dictionary<string, JsonElement> members, string name) =>
        members.TryGetValue(name, out var value) ? Text(value) : null;

    /// <summary>None if the list is missing; null if an element is no text. Null is an element without a value.</summary>
    private static string?[]? Texts(Dictionary<string, JsonElement> members, string name)
    {
        if (!members.TryGetValue(name, out var list) || list.ValueKind == JsonValueKind.Null)
        {
            return [];
        }

        var texts = list.EnumerateArray().Select(item => (IsNull: item.ValueKind == JsonValueKind.Null, Text: Text(item))).ToArray();
        return texts.All(item => item.IsNull || item.Text is not null) ? [.. texts.Select(item => item.Text)] : null;
    }

    private static string? Text(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? OrNull(value.GetString) : null;

    private static string? Name(JsonProperty member) => OrNull(() => member.Name);

    // "\ud83d" is half a character, and no text.
    private static string? OrNull(Func<string?> text)
    {
        try
        {
            return text();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
