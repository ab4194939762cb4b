using System.Text.Json.Nodes;
using YamlDotNet.RepresentationModel;

namespace AddUserToGroup.DeploymentTests.Template.Evaluation;

/// <summary>
/// Reads a template into one neutral tree, in which short and long forms of an intrinsic function are the same and every
/// scalar is text, as CloudFormation takes <c>10</c> and <c>"10"</c> alike. JSON is read as well, being YAML.
/// </summary>
internal static class YamlReader
{
    public static JsonObject Read(string yaml)
    {
        var stream = new YamlStream();
        using var reader = new StringReader(yaml);
        stream.Load(reader);
        return Convert(stream.Documents.Single().RootNode).AsObject();
    }

    private static JsonNode Convert(YamlNode node)
    {
        JsonNode plain = node switch
        {
            YamlScalarNode scalar => JsonValue.Create(scalar.Value ?? ""),
            YamlSequenceNode sequence => new JsonArray([.. sequence.Select(Convert)]),
            YamlMappingNode mapping => new JsonObject(mapping.Select(
                member => KeyValuePair.Create(((YamlScalarNode)member.Key).Value!, (JsonNode?)Convert(member.Value)))),
            _ => throw new TemplateException($"Line {node.Start.Line} holds a {node.NodeType}."),
        };
        return node.Tag.IsEmpty || node.Tag.IsNonSpecific ? plain : Intrinsic(node.Tag.Value, plain);
    }

    private static JsonObject Intrinsic(string tag, JsonNode argument) => tag switch
    {
        "!Ref" or "!Condition" => new JsonObject { [tag[1..]] = argument },
        // The attribute may have dots of its own.
        "!GetAtt" when argument is JsonValue => new JsonObject
        {
            ["Fn::GetAtt"] = new JsonArray([.. argument.GetValue<string>().Split('.', 2).Select(part => JsonValue.Create(part))]),
        },
        _ => new JsonObject { [$"Fn::{tag[1..]}"] = argument },
    };
}
