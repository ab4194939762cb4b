using YamlDotNet.RepresentationModel;

namespace AddUserToGroup.DeploymentTests.Packaging;

/// <summary>A workflow of GitHub Actions.</summary>
internal sealed class Workflow
{
    private readonly YamlMappingNode _root;

    public Workflow(string yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        _root = (YamlMappingNode)stream.Documents.Single().RootNode;
    }

    public static Workflow Build { get; } = new(RepositoryRoot.ReadText(".github/workflows/build.yml"));

    public IEnumerable<string> Triggers => ((YamlMappingNode)_root["on"]).Children.Keys.Select(key => $"{key}");

    public IReadOnlyDictionary<string, string> Permissions => ReadPermissions(_root);

    public IEnumerable<string> Jobs => ((YamlMappingNode)_root["jobs"]).Children.Keys.Select(key => $"{key}");

    public YamlMappingNode Job(string name) => (YamlMappingNode)_root["jobs"][name];

    public IReadOnlyDictionary<string, string> PermissionsOf(string job) => ReadPermissions(Job(job));

    public IEnumerable<YamlMappingNode> Steps(string job) => ((YamlSequenceNode)Job(job)["steps"]).Cast<YamlMappingNode>();

    public IEnumerable<YamlMappingNode> AllSteps => Jobs.SelectMany(Steps);

    /// <summary>A member of a step; null where it has none.</summary>
    public static string? Read(YamlMappingNode step, string name) =>
        step.Children.TryGetValue(name, out var value) ? $"{value}" : null;

    private static Dictionary<string, string> ReadPermissions(YamlMappingNode owner) =>
        ((YamlMappingNode)owner["permissions"]).Children.ToDictionary(it => $"{it.Key}", it => $"{it.Value}");
}
