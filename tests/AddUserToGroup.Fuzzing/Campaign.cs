using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using AddUserToGroup.Shared.Contract;
using AddUserToGroup.Shared.Tools;

namespace AddUserToGroup.Fuzzing;

/// <summary>Publishes the target, instruments it, has afl-fuzz try inputs on it for some time, and reports the result.</summary>
internal static class Campaign
{
    public const string TargetArgument = "--target";

    private static readonly string Project = Path.Combine(Repository.Folder, "tests", "AddUserToGroup.Fuzzing");
    private static readonly string Artifacts = Path.Combine(Project, "obj", "fuzzing");
    private static readonly string Target = Path.Combine(Artifacts, "target");
    private static readonly string Corpus = Path.Combine(Artifacts, "corpus");
    private static readonly string Findings = Path.Combine(Artifacts, "findings");

    /// <returns>Null if inputs were tried and none crashed or hung; otherwise what happened.</returns>
    public static async Task<string?> RunAsync(TimeSpan duration)
    {
        if (Tool.Find("afl-fuzz") is not { } fuzzer)
        {
            return "afl-fuzz is missing: install AFL++ (Debian and Ubuntu: apt-get install afl++; macOS: brew install afl++).";
        }

        if (await PublishAsync() is { ExitCode: not 0 } publishing)
        {
            return $"The target was not published.{Environment.NewLine}{publishing.Output}{publishing.Errors}";
        }

        Instrumentation.Apply(Target);
        WriteCorpus();
        // afl-fuzz would skip it.
        if (Directory.EnumerateFiles(Corpus).Select(FindProblem).FirstOrDefault(problem => problem is not null) is { } broken)
        {
            return $"A sample event breaks the contract: {broken}";
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Fuzzing for {duration.TotalSeconds} seconds."));
        var fuzzing = await FuzzAsync(fuzzer, duration);
        return fuzzing.ExitCode == 0 ? Report() : $"afl-fuzz failed.{Environment.NewLine}{fuzzing.Output}{fuzzing.Errors}";
    }

    // With its own runtime, so that the JSON parser can be instrumented.
    private static Task<ToolResult> PublishAsync()
    {
        foreach (var folder in new[] { Target, Corpus, Findings }.Where(Directory.Exists))
        {
            Directory.Delete(folder, recursive: true);
        }

        return Tool.RunAsync(
            Tool.DotNet,
            [
                "publish", Project, "-c", "Release", "--use-current-runtime", "--self-contained", "-p:PublishAot=false",
                "-p:AllowStandInPublish=true", "--artifacts-path", Artifacts, "-o", Target, "-nologo", "-v:q",
            ]);
    }

    // Without white space and claims, which the function does not read: in a short input, most changes matter.
    private static void WriteCorpus()
    {
        Directory.CreateDirectory(Corpus);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Folder, "tests", "events"), "*.json"))
        {
            var json = JsonNode.Parse(File.ReadAllBytes(file))!;
            ((json as JsonObject)?["identity"] as JsonObject)?.Remove("claims");
            File.WriteAllText(Path.Combine(Corpus, Path.GetFileName(file)), json.ToJsonString());
        }
    }

    private static Task<ToolResult> FuzzAsync(string fuzzer, TimeSpan duration) => Tool.RunAsync(
        fuzzer,
        [
            "-i", Corpus, "-o", Findings, "-x", Path.Combine(Project, "events.dict"),
            "-V", duration.TotalSeconds.ToString(CultureInfo.InvariantCulture), "-t", "5000", "-m", "none",
            "--", Path.Combine(Target, "AddUserToGroup.Fuzzing"), TargetArgument, Corpus,
        ],
        // AFL++ did not compile the program, which is .NET's, and containers have neither cpufreq nor core files.
        environment: new Dictionary<string, string?>
        {
            ["AFL_SKIP_BIN_CHECK"] = "1",
            ["AFL_MAP_SIZE"] = FuzzTarget.MapSize.ToString(CultureInfo.InvariantCulture),
            ["AFL_FORKSRV_INIT_TMOUT"] = "60000",
            ["AFL_SKIP_CPUFREQ"] = "1",
            ["AFL_I_DONT_CARE_ABOUT_MISSING_CRASHES"] = "1",
            ["AFL_NO_AFFINITY"] = "1",
            ["AFL_NO_UI"] = "1",
            ["AFL_NO_CRASH_README"] = "1",
        },
        timeout: duration + TimeSpan.FromMinutes(5));

    private static string? Report()
    {
        var results = Path.Combine(Findings, "default");
        var statistics = File.ReadLines(Path.Combine(results, "fuzzer_stats")).Select(line => line.Split(':', 2))
            .ToDictionary(pair => pair[0].Trim(), pair => pair[1].Trim());
        Console.WriteLine(
            $"{statistics["execs_done"]} executions ({statistics["execs_per_sec"]} a second), {statistics["edges_found"]} edges, "
            + $"{statistics["corpus_found"]} inputs that found new paths, "
            + $"{statistics["saved_crashes"]} crashes, {statistics["saved_hangs"]} hangs.");
        string[] inputs = [.. Directory.GetFiles(Path.Combine(results, "crashes")), .. Directory.GetFiles(Path.Combine(results, "hangs"))];
        return inputs.Length == 0
            ? statistics["execs_done"] == "0" ? "No input was tried." : null
            : string.Join(Environment.NewLine, inputs.SelectMany(input => (string[])
                [input, Encoding.Latin1.GetString(File.ReadAllBytes(input)), FindProblem(input) ?? "It succeeds when it runs again."]));
    }

    // Runs it again in this process, which is not instrumented.
    private static string? FindProblem(string input)
    {
        try
        {
            FuzzTarget.Try(File.ReadAllBytes(input));
            return null;
        }
        catch (ContractBrokenException exception)
        {
            return exception.Message;
        }
    }
}
