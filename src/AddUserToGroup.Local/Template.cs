using System.Globalization;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace AddUserToGroup.Local;

/// <summary>Reads the settings in template.yaml that the local stack shares with the deployed one.</summary>
internal static class Template
{
    private static readonly YamlNode Root = Read();

    /// <returns>A resource's properties as JSON. A parameter has its default; other CloudFormation functions are left out.</returns>
    public static JsonObject Properties(string resource) => (JsonObject)ToJson(Root["Resources"][resource]["Properties"])!;

    private static YamlNode Read()
    {
        var stream = new YamlStream();
        using var text = File.OpenText(Path.Combine(AppContext.BaseDirectory, "template.yaml"));
        stream.Load(text);
        return stream.Documents[0].RootNode;
    }

    private static JsonNode? ToJson(YamlNode node) => Default(node) ?? node switch
    {
        YamlMappingNode mapping => new JsonObject(mapping.Children
            .Where(static member => IsKnown(member.Value))
            .Select(static member => KeyValuePair.Create(((YamlScalarNode)member.Key).Value!, ToJson(member.Value)))),
        YamlSequenceNode sequence => new JsonArray([.. sequence.Where(IsKnown).Select(ToJson)]),
        YamlScalarNode { Style: ScalarStyle.Plain, Value: "true" or "false" } scalar => scalar.Value == "true",
        YamlScalarNode { Style: ScalarStyle.Plain } scalar when int.TryParse(scalar.Value, CultureInfo.InvariantCulture, out var number) => number,
        _ => ((YamlScalarNode)node).Value,
    };

    // Ref, If, GetAtt and the like come as local tags.
    private static bool IsKnown(YamlNode node) => node.Tag.IsEmpty || !node.Tag.IsLocal || Default(node) is not null;

    private static JsonNode? Default(YamlNode node) =>
        node is YamlScalarNode { Value: { } name } && node.Tag == "!Ref"
        && ((YamlMappingNode)Root["Parameters"]).Children.TryGetValue(name, out var parameter)
            ? ToJson(parameter["Default"])
            : null;
}
