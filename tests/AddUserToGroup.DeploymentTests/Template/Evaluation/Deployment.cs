using System.Text.Json.Nodes;

namespace AddUserToGroup.DeploymentTests.Template.Evaluation;

/// <summary>What CloudFormation would have created in the end.</summary>
internal sealed class Deployment
{
    private readonly Dictionary<string, JsonObject> _resources = [];
    private readonly Dictionary<string, IReadOnlySet<string>> _needs = [];

    public IReadOnlyDictionary<string, JsonObject> Resources => _resources;

    public Dictionary<string, string> Outputs { get; } = [];

    /// <param name="name">The resource's logical id.</param>
    /// <param name="resource">All of it, with every expression evaluated.</param>
    /// <param name="references">The resources that its expressions refer to.</param>
    public void Add(string name, JsonObject resource, IReadOnlySet<string> references)
    {
        _resources.Add(name, resource);
        _needs.Add(name, resource["DependsOn"] is { } earlier ? references.Append(Evaluator.Text(earlier)).ToHashSet() : references);
    }

    public JsonObject Properties(string resource) => _resources[resource]["Properties"]!.AsObject();

    public IEnumerable<KeyValuePair<string, JsonObject>> OfType(string type) =>
        _resources.Where(resource => Evaluator.Text(resource.Value["Type"]) == type);

    /// <summary>Whether one resource is created after another, and not by chance.</summary>
    public bool Follows(string later, string earlier) =>
        _needs[later].Any(needed => needed == earlier || Follows(needed, earlier));
}
