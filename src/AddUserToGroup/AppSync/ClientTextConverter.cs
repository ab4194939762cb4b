using System.Text.Json;
using System.Text.Json.Serialization;

namespace AddUserToGroup.AppSync;

/// <summary>
/// Reads a string that the client chose. Half a surrogate pair, which JSON can escape, counts as missing. If it made the event
/// invalid, the audit line would have no username, and a client could hide who called.
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
