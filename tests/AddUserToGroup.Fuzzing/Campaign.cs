using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using AddUserToGroup.Shared.Contract;
using AddUserToGroup.Shared.Tools;

namespace AddUserToGroup.Fuzzing;

/// <summary>Publishes the target, instruments it, has afl-fuzz try inputs on it for a time, and says what came of it.</summary>
internal static class Campaign
{
    public const string TargetArgument = "--target";

    private static readonly string Project = Path.Combine(Repository.Folder, "tests", "AddUserToGroup.Fuzzing");

    private static readonly string Artifacts = Path.Combine(Project, "obj", "fuzzing");
    private static readonly string Target = Path.Combine(Artifacts, "target");
    private static readonly string Corpus = Path.Combine(Artifacts, "corpus");
    private static readonly string Findings = Path.Combine(Artifacts, "findings");

    /// <returns>The exit code: 0 only where inputs were tried and none crashed or hung.</returns>
    public static async Task<int> RunAsync(TimeSpan duration)
    {
        if (Tool.Find("afl-fuzz") is not { } fuzzer)
        {
            await Console.Error.WriteLineAsync(
                "afl-fuzz is missing: install AFL++ (Debian and Ubuntu: apt-get install afl++; macOS: brew install afl++).");
            return 1;
        }

        if (await PublishAsync() is { ExitCode: not 0 } failure)
        {
            await Console.Error.WriteLineAsync($"The target was not published.{Environment.NewLine}{failure.Output}{failure.Errors}");
            return 1;
        }

        Instrumentation.Apply(Target);
        WriteCorpus();
        // afl-fuzz would leave it out.
        if (Directory.EnumerateFiles(Corpus).Select(Explain).FirstOrDefault(reason => reason is not null) is { } broken)
        {
            await Console.Error.WriteLineAsync($"A sample event breaks the contract. {broken}");
            return 1;
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Fuzzing for {duration.TotalSeconds} seconds."));
        var fuzzing = await FuzzAsync(fuzzer, duration);
        var statistics = Path.Combine(Findings, "default", "fuzzer_stats");
        if (fuzzing.ExitCode != 0 || !File.Exists(statistics))
        {
            await Console.Error.WriteLineAsync($"afl-fuzz failed.{Environment.NewLine}{fuzzing.Output}{fuzzing.Errors}");
            return 1;
        }

        return Report((await File.ReadAllLinesAsync(statistics))
            .Select(line => line.Split(':', 2))
            .ToDictionary(pair => pair[0].Trim(), pair => pair[1].Trim()));
    }

    // With a runtime of its own, so that the JSON parser can be instrumented.
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

    // The sample events, short: without white space and the claims, which the function does not read. Most of what afl-fuzz
    // changes in a short input matters.
    private static void WriteCorpus()
    {
        Directory.CreateDirectory(Corpus);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Project, "..", "events"), "*.json"))
        {
            var json = JsonNode.Parse(File.ReadAllBytes(file))!;
            if (json is JsonObject mutation && mutation["identity"] is JsonObject identity)
            {
                identity.Remove("claims");
            }

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
        // The program afl-fuzz starts is .NET's, which it has not compiled; containers have neither cpufreq nor core files.
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

    private static int Report(Dictionary<string, string> statistics)
    {
        Console.WriteLine(
            $"{statistics["execs_done"]} executions ({statistics["execs_per_sec"]} a second), {statistics["edges_found"]} edges, "
            + $"{statistics["corpus_found"]} inputs that found new paths, "
            + $"{statistics["saved_crashes"]} crashes, {statistics["saved_hangs"]} hangs.");
        var crashes = Directory.GetFiles(Path.Combine(Findings, "default", "crashes"));
        var hangs = Directory.GetFiles(Path.Combine(Findings, "default", "hangs"));
        foreach (var input in crashes.Concat(hangs))
        {
            Console.WriteLine($"{input}{Environment.NewLine}{Encoding.Latin1.GetString(File.ReadAllBytes(input))}");
        }

        foreach (var input in crashes)
        {
            Console.WriteLine(Explain(input) ?? "It does not crash when it is run again.");
        }

        return crashes.Length + hangs.Length == 0 && statistics["execs_done"] != "0" ? 0 : 1;
    }

    // Again, in this process, which is not instrumented.
    private static string? Explain(string input)
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
