using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using AddUserToGroup.Rules;

namespace AddUserToGroup.Shared.Contract;

/// <summary>
/// Implements the README's section "Contract" sentence by sentence, so that the function can be compared with it. Only the name
/// of the administrators' group comes from the function.
/// </summary>
internal static partial class Oracle
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    // HANGUL CHOSEONG FILLER, HANGUL JUNGSEONG FILLER, HANGUL FILLER, HALFWIDTH HANGUL FILLER, BRAILLE PATTERN BLANK
    private const string Blanks = "\u115F\u1160\u3164\uFFA0\u2800";

    /// <param name="json">The event.</param>
    /// <param name="userPoolIssuer">USER_POOL_ISSUER.</param>
    /// <param name="assignableGroups">The names in ASSIGNABLE_GROUPS; null if it is not set.</param>
    public static Verdict Decide(byte[] json, string userPoolIssuer, IReadOnlyCollection<string>? assignableGroups)
    {
        // "It rejects as InternalError: a duplicate property, a wrong type …, invalid UTF-8, more than 64 levels, and a batch":
        // JsonElement throws InvalidOperationException for another type and for half a surrogate pair.
        try
        {
            StrictUtf8.GetCharCount(json);
            using var document = JsonDocument.Parse(json);
            return Decide(document.RootElement, userPoolIssuer, assignableGroups);
        }
        catch (Exception exception) when (exception is DecoderFallbackException or JsonException or InvalidOperationException or ArgumentException)
        {
            return new Verdict("InternalError");
        }
    }

    private static Verdict Decide(JsonElement json, string userPoolIssuer, IReadOnlyCollection<string>? assignableGroups)
    {
        var root = Members(json, "arguments", "identity", "request");
        var identity = MembersOf(root, "identity", "sub", "username", "issuer", "groups", "sourceIp");
        var arguments = MembersOf(root, "arguments", "userId", "groupName");
        var (sub, username, issuer) = (Text(identity, "sub"), Text(identity, "username"), Text(identity, "issuer"));
        var (userId, groupName) = (ClientText(arguments, "userId"), ClientText(arguments, "groupName"));
        var groups = identity.TryGetValue("groups", out var list) ? list.EnumerateArray().Select(group => group.GetString()).ToArray() : [];
        var sourceIp = identity.TryGetValue("sourceIp", out var addresses) ? SourceIp(addresses) : null;
        // "An event with request comes from AppSync itself. No resolver code would read an error, so failures are thrown."
        var isMadeByAppSync = root.ContainsKey("request");
        MembersOf(root, "request");

        // "1. … the event has sub, username and issuer. 2. The issuer is one of the pool's two URLs … 3. The groups contain
        // ADMINS, in this spelling."
        var mayCall = !string.IsNullOrEmpty(sub) && !string.IsNullOrEmpty(username)
            && (issuer == userPoolIssuer || issuer == OtherIssuer(userPoolIssuer))
            && groups.Any(group => group == MembershipRules.AdministratorsGroup);
        var rejection =
            !mayCall ? "Unauthorized"
            : !IsName(userId) || !IsName(groupName) ? "InvalidInput"
            : assignableGroups is not null && !assignableGroups.Any(group => group == groupName) ? "GroupNotAssignable"
            : null;
        return new Verdict(rejection, isMadeByAppSync, username, sub, sourceIp, userId, groupName);
    }

    private static string? OtherIssuer(string userPoolIssuer) => CognitosForm().Match(userPoolIssuer) is { Success: true } form
        ? $"https://{(form.Groups["issuer"].Success ? "" : "issuer-")}cognito-idp.{form.Groups["rest"].Value}"
        : null;

    [GeneratedRegex(@"\Ahttps://(?<issuer>issuer-)?cognito-idp\.(?<rest>[a-z]+(-[a-z]+)+-[0-9]+(\.[a-z]+)+/[0-9A-Za-z_-]+)\z")]
    private static partial Regex CognitosForm();

    // "missing, empty or longer than 128 characters, or contains white space, a control, format or private-use character, or a
    // character that looks like a blank": Cognito's [\p{L}\p{M}\p{S}\p{N}\p{P}], and what is too new for .NET to know.
    private static bool IsName(string? text)
    {
        var characters = 0;
        for (var i = 0; text is not null && i < text.Length; i += char.IsSurrogatePair(text, i) ? 2 : 1)
        {
            characters++;
            if (CharUnicodeInfo.GetUnicodeCategory(text, i)
                is > UnicodeCategory.OtherNumber and < UnicodeCategory.ConnectorPunctuation || Blanks.Contains(text[i], StringComparison.Ordinal))
            {
                return false;
            }
        }

        return characters is >= 1 and <= 128;
    }

    // The function's README, "The audit line": a long list loses its middle, and a long address its end. "?" replaces other
    // characters and entries.
    private static string? SourceIp(JsonElement value)
    {
        RejectDuplicates(value);
        var addresses = (value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().ToArray() : [value]).Select(item =>
        {
            var text = item.ValueKind == JsonValueKind.String ? TextOrNull(item) : null;
            return string.IsNullOrEmpty(text) ? "?" : Invisible().Replace(text[..Math.Min(61, text.Length)], "?") + (text.Length > 61 ? "…" : "");
        }).ToArray();
        return addresses.Length switch
        {
            0 => null,
            > 16 => string.Join(", ", addresses[..8]) + ", …, " + string.Join(", ", addresses[^8..]),
            _ => string.Join(", ", addresses),
        };
    }

    [GeneratedRegex("[^!-~]|,")]
    private static partial Regex Invisible();

    private static Dictionary<string, JsonElement> MembersOf(Dictionary<string, JsonElement> parent, string name, params ReadOnlySpan<string> read) =>
        parent.TryGetValue(name, out var value) ? Members(value, read) : [];

    // "The function ignores unknown properties and treats a null property as missing."
    private static Dictionary<string, JsonElement> Members(JsonElement value, params ReadOnlySpan<string> read)
    {
        var members = new Dictionary<string, JsonElement>();
        foreach (var member in value.EnumerateObject())
        {
            var name = member.Name;
            if (read.Contains(name) && !members.TryAdd(name, member.Value))
            {
                throw new JsonException();
            }
        }

        return members.Where(member => member.Value.ValueKind != JsonValueKind.Null).ToDictionary();
    }

    // ToDictionary throws ArgumentException for one.
    private static void RejectDuplicates(JsonElement value)
    {
        JsonElement[] children = value.ValueKind switch
        {
            JsonValueKind.Array => [.. value.EnumerateArray()],
            JsonValueKind.Object => [.. value.EnumerateObject().ToDictionary(member => member.Name, member => member.Value).Values],
            _ => [],
        };
        Array.ForEach(children, RejectDuplicates);
    }

    private static string? Text(Dictionary<string, JsonElement> members, string name) =>
        members.TryGetValue(name, out var value) ? value.GetString() : null;

    // A client can send half a surrogate pair. It counts as missing.
    private static string? ClientText(Dictionary<string, JsonElement> members, string name) =>
        members.TryGetValue(name, out var value) && value.ValueKind == JsonValueKind.String ? TextOrNull(value) : Text(members, name);

    private static string? TextOrNull(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
