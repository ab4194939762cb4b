using System.Text.Json;
using System.Text.Json.Serialization;

namespace AddUserToGroup.AppSync;

/// <summary>
/// Reads a string that the client chose. JSON can escape half a surrogate pair, which is no text. It counts as missing and does
/// not make the event invalid: the audit line of an invalid event has no username, so a client could hide who called.
/// </summary>
internal sealed class ClientTextConverter : JsonConverter<string?>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            throw new JsonException();
        }

        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    public override void Write(Utf8JsonWriter writer, string? value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Events are only read.");
}
