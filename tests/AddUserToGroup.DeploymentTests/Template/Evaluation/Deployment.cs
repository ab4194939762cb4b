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
    public void Add(string name, JsonObject resource, IEnumerable<string> references)
    {
        var dependsOn = resource["DependsOn"] switch
        {
            null => [],
            JsonArray names => names.Select(Evaluator.Text),
            var single => [Evaluator.Text(single)],
        };
        _resources.Add(name, resource);
        _needs.Add(name, new HashSet<string>([.. references, .. dependsOn]));
    }

    public JsonObject Properties(string resource) => _resources.TryGetValue(resource, out var found)
        ? found["Properties"]!.AsObject()
        : throw new TemplateException($"There is no resource {resource} here.");

    public IEnumerable<KeyValuePair<string, JsonObject>> OfType(string type) =>
        _resources.Where(resource => Evaluator.Text(resource.Value["Type"]) == type);

    /// <summary>Whether one resource is created after another, and not by chance.</summary>
    public bool Follows(string later, string earlier) =>
        _needs[later].Any(needed => needed == earlier || Follows(needed, earlier));

    /// <exception cref="TemplateException">DependsOn names what is not there, or resources wait for each other.</exception>
    public void ExpectAnOrder()
    {
        var waiting = _needs.ToDictionary();
        while (waiting.Where(resource => !resource.Value.Any(waiting.ContainsKey)).ToList() is { Count: > 0 } ready)
        {
            ready.ForEach(resource => waiting.Remove(resource.Key));
        }

        if (waiting.Count > 0)
        {
            throw new TemplateException($"These wait for each other: {string.Join(", ", waiting.Keys)}.");
        }

        if (_needs.Values.SelectMany(names => names).FirstOrDefault(name => !_resources.ContainsKey(name)) is { } missing)
        {
            throw new TemplateException($"DependsOn names {missing}, which does not exist here.");
        }
    }
}
