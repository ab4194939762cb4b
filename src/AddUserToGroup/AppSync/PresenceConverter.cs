using System.Text.Json;
using System.Text.Json.Serialization;

namespace AddUserToGroup.AppSync;

/// <summary>Reads any value, null included, as true and keeps nothing of it.</summary>
internal sealed class PresenceConverter : JsonConverter<bool>
{
    public override bool HandleNull => true;

    public override bool Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        reader.Skip();
        return true;
    }

    public override void Write(Utf8JsonWriter writer, bool value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Events are only read.");
}
