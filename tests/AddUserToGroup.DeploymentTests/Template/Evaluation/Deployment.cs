using System.Text.Json.Nodes;

namespace AddUserToGroup.DeploymentTests.Template.Evaluation;

/// <param name="Resources">The resources that CloudFormation would create, with every expression evaluated.</param>
internal sealed record Deployment(IReadOnlyDictionary<string, JsonObject> Resources)
{
    public JsonObject Properties(string resource) => Resources[resource]["Properties"]!.AsObject();

    public IEnumerable<KeyValuePair<string, JsonObject>> OfType(string prefix) =>
        Resources.Where(resource => Evaluator.Text(resource.Value["Type"]).StartsWith(prefix, StringComparison.Ordinal));
}
