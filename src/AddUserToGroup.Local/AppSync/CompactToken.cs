using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace AddUserToGroup.Local.AppSync;

/// <summary>
/// A signed token in compact form (RFC 7515), read so strictly that it has one reading: base64url as an encoder writes it,
/// no member twice, no text that is not Unicode.
/// </summary>
/// <param name="Text">All of it.</param>
/// <param name="Header">A JSON object.</param>
/// <param name="Claims">A JSON object.</param>
internal sealed record CompactToken(string Text, JsonElement Header, JsonElement Claims)
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <returns>Null where the text is no such token.</returns>
    public static CompactToken? Read(string? text) =>
        text?.Split('.') is [var header, var claims, var signature]
        && Decode(signature) is not null
        && ReadObject(header) is { } headerObject
        && ReadObject(claims) is { } claimsObject
            ? new(text, headerObject, claimsObject)
            : null;

    private static JsonElement? ReadObject(string part)
    {
        try
        {
            return Decode(part) is { } bytes
                && JsonElement.Parse(StrictUtf8.GetString(bytes), Strict) is { ValueKind: JsonValueKind.Object } json
                    ? json
                    : null;
        }
        catch (Exception exception) when (
            exception is JsonException or DecoderFallbackException or InvalidOperationException)
        {
            // The last is for a name that holds half a surrogate pair.
            return null;
        }
    }

    private static byte[]? Decode(string part)
    {
        try
        {
            var bytes = Base64Url.DecodeFromChars(part);
            // .NET reads past padding, white space and the unused bits of the last character.
            return Base64Url.EncodeToString(bytes) == part ? bytes : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
