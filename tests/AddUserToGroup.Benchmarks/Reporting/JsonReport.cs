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
            ["bars"] = new JsonArray([.. report.Bars.Select(Bar)]),
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

    private static JsonNode Bar(JudgedBar judged) => new JsonObject
    {
        ["title"] = judged.Bar.Title,
        ["figure"] = judged.Bar.Figure,
        ["of"] = judged.Bar.Of,
        ["value"] = judged.Value,
        ["limit"] = judged.Bar.Limit,
        ["aim"] = judged.Bar.Aim,
        ["verdict"] = judged.Verdict.ToString(),
    };

    private static JsonObject Candidate(Report report, string name)
    {
        var figures = new JsonObject();
        foreach (var (_, figure, rounds) in report.Samples.All.Where(sample => sample.Candidate == name))
        {
            figures[figure] = new JsonObject
            {
                ["median"] = report.Samples.Median(name, figure),
                ["samples"] = new JsonArray([.. rounds.Values.Select(value => JsonValue.Create(value))]),
            };
        }

        return figures;
    }
}
