using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using AddUserToGroup.Benchmarks.Measuring;

namespace AddUserToGroup.Benchmarks;

/// <summary>The table on the console, which is Markdown, and the file with all measurements.</summary>
internal static class Report
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static string Write(Measurements measurements, IEnumerable<string> candidates, IEnumerable<Budget> budgets)
    {
        var text = new StringBuilder("\n");
        Row(text, ["candidate", .. Metric.All]);
        Row(text, ["---", .. Metric.All.Select(_ => "---:")]);
        foreach (var candidate in candidates)
        {
            Row(text, [candidate, .. Metric.All.Select(metric => Show(measurements.Median(candidate, metric)))]);
        }

        text.Append('\n');
        Row(text, ["native", "measured", "budget", "verdict"]);
        Row(text, ["---", "---:", "---:", "---"]);
        foreach (var budget in budgets)
        {
            var measured = budget.Measured(measurements);
            Row(text, [
                budget.Title, Show(measured), $"≤ {Show(budget.Maximum)}",
                measured is null ? "not measured" : measured <= budget.Maximum ? "met" : "EXCEEDED",
            ]);
        }

        return text.ToString();
    }

    public static void WriteJson(Measurements measurements, FileInfo file)
    {
        var candidates = new JsonObject();
        foreach (var (candidate, metric, values) in measurements.All)
        {
            var metrics = candidates[candidate] ??= new JsonObject();
            metrics[metric] = new JsonArray([.. values.Select(value => JsonValue.Create(value))]);
        }

        try
        {
            File.WriteAllText(file.FullName, candidates.ToJsonString(Indented));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new BenchmarkException($"{file} cannot be written: name another file after --json.", exception);
        }
    }

    private static void Row(StringBuilder text, IEnumerable<string> cells) => text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");

    private static string Show(double? value) => value is { } number
        ? number.ToString(number < 10 ? "F3" : number < 100 ? "F1" : "F0", CultureInfo.InvariantCulture)
        : "-";
}
