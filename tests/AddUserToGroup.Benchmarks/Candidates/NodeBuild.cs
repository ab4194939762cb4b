namespace AddUserToGroup.Benchmarks.Candidates;

/// <summary>The Node handler of the Amplify page, bundled and minified with the real SDK, as Amplify does.</summary>
internal static class NodeBuild
{
    private static readonly string[] Sources =
        ["package.json", "package-lock.json", "handler.js", "runtime.js", "build.js"];

    private static readonly string[] Install = ["ci", "--ignore-scripts", "--no-audit", "--no-fund"];

    /// <summary>Node's version; null where there is no Node.</summary>
    public static string? Version(CancellationToken stop) => Tool.Find("node") is { } node
        ? Tool.Run(node, BuildPaths.Project, ["--version"], stop).Trim().TrimStart('v')
        : null;

    public static Candidate Build(string name, IReadOnlyDictionary<string, string> trust, CancellationToken stop)
    {
        var node = Tool.Find("node") ?? throw new UnavailableException("there is no node on the PATH");
        var directory = BuildPaths.Artifacts(name);
        foreach (var file in Sources)
        {
            File.Copy(Path.Combine(BuildPaths.Sources("node"), file), Path.Combine(directory, file), overwrite: true);
        }

        RunNpm(directory, stop);

        var bundle = Path.Combine(directory, "package", "index.mjs");
        Tool.Run(node, directory, ["build.js", bundle], stop);
        return new Candidate
        {
            Name = name,
            FileName = node,
            Arguments = [Path.Combine(directory, "runtime.js"), new Uri(bundle).AbsoluteUri],
            Trust = trust,
            PackageSize = PackageSize.Measure(bundle),
            AnswersWithSdkResponse = true,
        };
    }

    private static void RunNpm(string directory, CancellationToken stop)
    {
        // On Windows npm is a script, which only the command interpreter can run.
        if (OperatingSystem.IsWindows())
        {
            Tool.Run("cmd.exe", directory, ["/d", "/c", "npm", .. Install], stop);
            return;
        }

        var npm = Tool.Find("npm") ?? throw new UnavailableException("there is no npm on the PATH");
        Tool.Run(npm, directory, Install, stop);
    }
}
