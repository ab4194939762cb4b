using System.Text.Json;
using System.Text.Json.Serialization;

namespace AddUserToGroup.AppSync;

/// <summary>Tells a user in no group, whose groups are null, from groups that are no list of texts.</summary>
internal sealed class CallerGroupsConverter : JsonConverter<CallerGroups>
{
    private readonly OrNullConverter<string[]> _names = new();

    public override bool HandleNull => true;

    public override CallerGroups Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(reader.TokenType == JsonTokenType.Null ? [] : _names.Read(ref reader, typeof(string[]), options));

    public override void Write(Utf8JsonWriter writer, CallerGroups value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Events are only read.");
}
