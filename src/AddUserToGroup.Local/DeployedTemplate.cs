using System.Globalization;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace AddUserToGroup.Local;

/// <summary>template.yaml, as far as the stack has to be set as what it deploys.</summary>
internal static class DeployedTemplate
{
    private static readonly YamlMappingNode Resources = Read();

    /// <returns>A resource's properties as JSON, but for those that only CloudFormation can work out.</returns>
    public static JsonObject Properties(string resource) => (JsonObject)ToJson(Resources[resource]["Properties"])!;

    private static YamlMappingNode Read()
    {
        var stream = new YamlStream();
        using var text = File.OpenText(Path.Combine(AppContext.BaseDirectory, "template.yaml"));
        stream.Load(text);
        return (YamlMappingNode)stream.Documents[0].RootNode["Resources"];
    }

    private static JsonNode? ToJson(YamlNode node) => node switch
    {
        YamlMappingNode mapping => new JsonObject(mapping.Children
            .Where(static member => IsLiteral(member.Value))
            .Select(static member => KeyValuePair.Create(((YamlScalarNode)member.Key).Value!, ToJson(member.Value)))),
        YamlSequenceNode sequence => new JsonArray([.. sequence.Where(IsLiteral).Select(ToJson)]),
        YamlScalarNode { Style: ScalarStyle.Plain, Value: "true" or "false" } scalar => scalar.Value == "true",
        YamlScalarNode { Style: ScalarStyle.Plain } scalar when long.TryParse(scalar.Value, CultureInfo.InvariantCulture, out var number) => number,
        _ => ((YamlScalarNode)node).Value,
    };

    // Ref, If, GetAtt and the like come as local tags.
    private static bool IsLiteral(YamlNode node) => node.Tag.IsEmpty || !node.Tag.IsLocal;
}
