using System.Text.Json.Nodes;

namespace AddUserToGroup.Local;

/// <summary>Reads the settings in template.yaml that the local stack shares with the deployed one.</summary>
internal static class Template
{
    private static readonly JsonObject Root =
        TemplateReader.Read(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "template.yaml")));

    /// <returns>A resource's properties. A parameter has its default; other CloudFormation functions are left out.</returns>
    public static JsonObject Properties(string resource) => (JsonObject)Resolve(Root["Resources"]![resource]!["Properties"]!)!;

    private static JsonNode? Resolve(JsonNode node) => node switch
    {
        JsonObject { Count: 1 } reference when reference["Ref"] is { } name => Root["Parameters"]![(string)name!]?["Default"]?.DeepClone(),
        JsonObject { Count: 1 } function when function.Single().Key.StartsWith("Fn::", StringComparison.Ordinal) => null,
        JsonObject members => new JsonObject(members
            .Select(member => KeyValuePair.Create(member.Key, Resolve(member.Value!)))
            .Where(member => member.Value is not null)),
        JsonArray items => new JsonArray([.. items.Select(item => Resolve(item!)).Where(item => item is not null)]),
        _ => node.DeepClone(),
    };
}
