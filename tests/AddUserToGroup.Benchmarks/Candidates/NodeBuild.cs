using AddUserToGroup.Shared.Tools;

namespace AddUserToGroup.Benchmarks.Candidates;

/// <summary>The Node handler of the Amplify page, bundled and minified with the real SDK, as Amplify does.</summary>
internal static class NodeBuild
{
    private static readonly string[] Sources =
        ["package.json", "package-lock.json", "handler.js", "runtime.js", "build.js"];

    /// <summary>Node's version; null where there is no Node.</summary>
    public static async Task<string?> VersionAsync(CancellationToken stop) => Tool.Find("node") is { } node
        ? (await Tool.RunAsync(node, ["--version"], stop: stop)).Output.Trim().TrimStart('v')
        : null;

    public static async Task<Candidate> BuildAsync(
        string name, IReadOnlyDictionary<string, string> trust, CancellationToken stop)
    {
        var node = Tool.Find("node") ?? throw new UnavailableException("there is no Node.js on the PATH");
        var directory = BuildPaths.Artifacts(name);
        foreach (var file in Sources)
        {
            File.Copy(Path.Combine(BuildPaths.Sources("node"), file), Path.Combine(directory, file), overwrite: true);
        }

        var bundle = Path.Combine(directory, "package", "index.mjs");
        await BuildTool.RunAsync("npm", directory, ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], stop);
        await BuildTool.RunAsync(node, directory, ["build.js", bundle], stop);
        return new Candidate
        {
            Name = name,
            FileName = node,
            Arguments = [Path.Combine(directory, "runtime.js"), new Uri(bundle).AbsoluteUri],
            Trust = trust,
            PackageSize = PackageSize.Measure(bundle),
            ReturnsSdkResponse = true,
        };
    }
}
