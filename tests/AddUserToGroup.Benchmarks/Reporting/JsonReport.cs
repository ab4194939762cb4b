using System.Text.Json;
using System.Text.Json.Nodes;

namespace AddUserToGroup.Benchmarks.Reporting;

/// <summary>Every sample, for programs.</summary>
internal static class JsonReport
{
    private static readonly JsonSerializerOptions Format = new() { WriteIndented = true };

    /// <exception cref="BenchmarkException">The file cannot be written.</exception>
    public static void Write(Report report, FileInfo file)
    {
        var document = new JsonObject
        {
            ["machine"] = JsonSerializer.SerializeToNode(report.Machine, JsonSerializerOptions.Web),
            ["rounds"] = report.Options.Rounds,
            ["warmInvocations"] = report.Options.WarmInvocations,
            ["conclusive"] = report.IsConclusive,
            ["notes"] = new JsonArray([.. report.Notes.Select(note => JsonValue.Create(note))]),
            ["budgets"] = new JsonArray([.. report.Budgets.Select(Budget)]),
            ["candidates"] = new JsonObject(
                report.Candidates.Select(name => KeyValuePair.Create(name, (JsonNode?)Candidate(report, name)))),
        };
        try
        {
            File.WriteAllText(file.FullName, document.ToJsonString(Format));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new BenchmarkException($"{file} cannot be written: name another file after --json.", exception);
        }
    }

    private static JsonNode Budget(JudgedBudget judged) => new JsonObject
    {
        ["title"] = judged.Budget.Title,
        ["metric"] = judged.Budget.Metric,
        ["baseline"] = judged.Budget.Baseline,
        ["value"] = judged.Value,
        ["maximum"] = judged.Budget.Maximum,
        ["aim"] = judged.Budget.Aim,
        ["verdict"] = judged.Verdict.ToString(),
    };

    private static JsonObject Candidate(Report report, string name)
    {
        var metrics = new JsonObject();
        foreach (var (_, metric, rounds) in report.Samples.All.Where(sample => sample.Candidate == name))
        {
            metrics[metric] = new JsonObject
            {
                ["median"] = report.Samples.Median(name, metric),
                ["samples"] = new JsonArray([.. rounds.Values.Select(value => JsonValue.Create(value))]),
            };
        }

        return metrics;
    }
}
