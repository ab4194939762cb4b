using System.Text.Json;

namespace AddUserToGroup.DeploymentTests.Amplify;

/// <summary>A synthesized backend: its stacks and the files that they name.</summary>
internal sealed class CloudAssembly
{
    /// <summary>The CDK's rule against stacks that depend on each other; by default it only warns.</summary>
    public const string CircularDependency = "F3004";

    private readonly string _folder;
    private readonly List<SynthesizedStack> _stacks = [];

    private CloudAssembly(string folder) => _folder = folder;

    /// <summary>What the CDK found wrong; empty if it found nothing.</summary>
    public string ValidationReport { get; private init; } = "";

    public SynthesizedResource Function => Assert.Single(
        Resources, resource => resource.Type == "AWS::Lambda::Function" && resource.Resolved("Runtime") == "dotnet10");

    public string Schema => ReadAsset(Single("AWS::AppSync::GraphQLSchema").Property("DefinitionS3Location", "Fn::Sub"));

    public IEnumerable<SynthesizedResource> Resources => _stacks.SelectMany(stack => stack.Resources);

    public static CloudAssembly Load(string folder)
    {
        var report = Path.Combine(folder, "validation-report.json");
        var assembly = new CloudAssembly(folder) { ValidationReport = File.Exists(report) ? File.ReadAllText(report) : "" };
        var root = Directory.GetFiles(folder, "*.template.json")
            .Single(file => !file.EndsWith(".nested.template.json", StringComparison.Ordinal));
        assembly.LoadStack(root, parent: null, arguments: default);
        return assembly;
    }

    public SynthesizedResource Single(string type) => Assert.Single(Resources, resource => resource.Type == type);

    /// <summary>The text of the file that a resource names by its location in S3.</summary>
    public string ReadAsset(JsonElement location)
    {
        var name = location.GetRawText().TrimEnd('"', '}').Split('/')[^1];
        return File.ReadAllText(Path.Combine(_folder, $"asset.{name}"));
    }

    /// <summary>The names of the files in an archive that a function's code is uploaded as.</summary>
    public IEnumerable<string> ListArchive(string key) =>
        Directory.GetFiles(Path.Combine(_folder, $"asset.{Path.GetFileNameWithoutExtension(key)}"))
            .Select(file => Path.GetFileName(file));

    private SynthesizedStack LoadStack(string file, SynthesizedStack? parent, JsonElement arguments)
    {
        var stack = new SynthesizedStack(JsonElement.Parse(File.ReadAllText(file)), parent, arguments);
        _stacks.Add(stack);
        foreach (var resource in stack.Resources.Where(resource => resource.Type == "AWS::CloudFormation::Stack"))
        {
            var nested = resource.Definition.GetProperty("Metadata").GetProperty("aws:asset:path").GetString()!;
            var passed = resource.Property("Parameters");
            stack.Nested.Add(resource.Id, LoadStack(
                Path.Combine(_folder, nested),
                stack,
                passed.ValueKind is JsonValueKind.Object ? passed : JsonElement.Parse("{}")));
        }

        return stack;
    }
}
