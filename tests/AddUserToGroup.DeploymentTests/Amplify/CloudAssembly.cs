using System.Text.Json;

namespace AddUserToGroup.DeploymentTests.Amplify;

/// <summary>What CDK made of a backend: its stacks and the files that they name.</summary>
internal sealed class CloudAssembly
{
    private readonly string _folder;
    private readonly List<Stack> _stacks = [];

    private CloudAssembly(string folder) => _folder = folder;

    public IEnumerable<Resource> Resources => _stacks.SelectMany(stack => stack.Resources);

    public static CloudAssembly Load(string folder)
    {
        var assembly = new CloudAssembly(folder);
        var root = Directory.GetFiles(folder, "*.template.json")
            .Single(file => !file.EndsWith(".nested.template.json", StringComparison.Ordinal));
        assembly.LoadStack(root, parent: null, arguments: default);
        return assembly;
    }

    public Resource Single(string type) => Assert.Single(Resources, resource => resource.Type == type);

    /// <summary>The text of the file that a resource names by its place in S3.</summary>
    public string ReadAsset(JsonElement location)
    {
        var name = location.GetRawText().TrimEnd('"', '}').Split('/')[^1];
        return File.ReadAllText(Path.Combine(_folder, $"asset.{name}"));
    }

    /// <summary>The names of the files in an archive that a function's code is uploaded as.</summary>
    public IEnumerable<string> ListArchive(string key) =>
        Directory.GetFiles(Path.Combine(_folder, $"asset.{Path.GetFileNameWithoutExtension(key)}"))
            .Select(file => Path.GetFileName(file));

    /// <summary>Resources, nested stacks among them, that need themselves to be there first.</summary>
    public IEnumerable<string> Cycles() => _stacks.SelectMany(stack =>
    {
        var needs = stack.Resources.ToDictionary(
            resource => resource.Id, resource => Stack.Needs(resource.Definition).ToHashSet());
        return needs.Keys.Where(id => Reaches(id, id, []));

        bool Reaches(string from, string to, HashSet<string> seen) => needs[from]
            .Where(next => needs.ContainsKey(next) && seen.Add(next))
            .Any(next => next == to || Reaches(next, to, seen));
    });

    private Stack LoadStack(string file, Stack? parent, JsonElement arguments)
    {
        var stack = new Stack(JsonElement.Parse(File.ReadAllText(file)), parent, arguments);
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
