using System.Globalization;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace AddUserToGroup.Local;

/// <summary>Reads a CloudFormation template, YAML or JSON, into JSON that has the long form of every intrinsic function.</summary>
internal static class TemplateReader
{
    /// <exception cref="YamlException">The text is not YAML.</exception>
    public static JsonObject Read(string template)
    {
        var stream = new YamlStream();
        using var reader = new StringReader(template);
        stream.Load(reader);
        return Convert(stream.Documents[0].RootNode).AsObject();
    }

    private static JsonNode Convert(YamlNode node)
    {
        JsonNode plain = node switch
        {
            YamlSequenceNode sequence => new JsonArray([.. sequence.Select(Convert)]),
            YamlMappingNode mapping => new JsonObject(mapping.Select(
                member => KeyValuePair.Create(((YamlScalarNode)member.Key).Value!, (JsonNode?)Convert(member.Value)))),
            YamlScalarNode { Style: ScalarStyle.Plain, Value: "true" or "false" } scalar => scalar.Value == "true",
            YamlScalarNode { Style: ScalarStyle.Plain } scalar when int.TryParse(scalar.Value, CultureInfo.InvariantCulture, out var number) => number,
            _ => ((YamlScalarNode)node).Value ?? "",
        };
        return node.Tag is { IsEmpty: false, IsNonSpecific: false } tag ? Intrinsic(tag.Value, plain) : plain;
    }

    private static JsonObject Intrinsic(string tag, JsonNode argument) => tag switch
    {
        "!Ref" or "!Condition" => new() { [tag[1..]] = argument },
        // The attribute may have dots of its own.
        "!GetAtt" when argument is JsonValue value => new()
        {
            ["Fn::GetAtt"] = new JsonArray([.. value.GetValue<string>().Split('.', 2).Select(part => JsonValue.Create(part))]),
        },
        _ => new() { [$"Fn::{tag[1..]}"] = argument },
    };
}
