using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using AddUserToGroup.Shared.Tools;

namespace AddUserToGroup.Benchmarks.Soak;

/// <summary>The files of tests/events.</summary>
internal sealed class EventFiles
{
    // As AppSync writes it: what needs no escape has none.
    private static readonly JsonSerializerOptions Format =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Dictionary<string, JsonNode> _events = Directory
        .EnumerateFiles(Path.Combine(Repository.Folder, "tests", "events"), "*.json")
        .ToDictionary(
            file => Path.GetFileNameWithoutExtension(file), file => JsonNode.Parse(File.ReadAllText(file))!);

    /// <summary>A copy of an event, with these arguments.</summary>
    public JsonObject Read(string name, string userId, string groupName)
    {
        var copy = _events[name].DeepClone().AsObject();
        copy["arguments"] = new JsonObject { ["userId"] = userId, ["groupName"] = groupName };
        return copy;
    }

    public byte[] Bytes(string name) => Bytes(_events[name]);

    public static byte[] Bytes(JsonNode json) => JsonSerializer.SerializeToUtf8Bytes(json, Format);
}
