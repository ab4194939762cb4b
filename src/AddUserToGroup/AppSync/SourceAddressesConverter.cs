using System.Text.Json;
using System.Text.Json.Serialization;

namespace AddUserToGroup.AppSync;

/// <summary>
/// Reads each element of a list by itself, and what is no list as one element: what is no text becomes null and costs no more
/// than itself.
/// </summary>
internal sealed class SourceAddressesConverter : JsonConverter<IReadOnlyList<string?>>
{
    public override IReadOnlyList<string?> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            return [ReadAddress(ref reader)];
        }

        var addresses = new List<string?>();
        for (reader.Read(); reader.TokenType != JsonTokenType.EndArray; reader.Read())
        {
            addresses.Add(ReadAddress(ref reader));
        }

        return addresses;
    }

    private static string? ReadAddress(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            // An escape that is half a character.
            return null;
        }
        finally
        {
            reader.Skip();
        }
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<string?> value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Events are only read.");
}
