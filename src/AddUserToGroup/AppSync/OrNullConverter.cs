using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace AddUserToGroup.AppSync;

/// <summary>Reads a value that is not a <typeparamref name="T"/> as null, and leaves the reader behind it either way.</summary>
internal sealed class OrNullConverter<T> : JsonConverter<T?> where T : class
{
    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var value = reader;
        // Skips first: JSON that is broken or nested too deeply is an error of the event, not of this value.
        reader.Skip();
        try
        {
            return JsonSerializer.Deserialize(ref value, (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T)));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public override void Write(Utf8JsonWriter writer, T? value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Events are only read.");
}
