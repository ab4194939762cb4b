using System.Globalization;
using System.Text;
using AddUserToGroup.Benchmarks.Candidates;
using AddUserToGroup.Benchmarks.Measuring;

namespace AddUserToGroup.Benchmarks.Reporting;

/// <summary>The tables on stdout.</summary>
internal static class TextReport
{
    private const string Absent = "-";

    private const string Legend = """
        init: process start to asking for the first event. cold: process start to the first response, Cognito over TLS, a
        whole core. 512 MB, 256 MB: the same with such a function's CPU share from the first event on. HTTP: no TLS.
        CPU: CPU time of all threads, of the cold start and of a warm invocation. Warm: one process, a whole core.

        """;

    private static readonly (string Title, string Metric, string Format)[] Columns =
    [
        ("init ms", Metric.Init(ColdScenario.FullCore), "F1"),
        ("cold ms", Metric.Cold(ColdScenario.FullCore), "F1"),
        ("512 MB ms", Metric.Cold(ColdScenario.Memory512), "F1"),
        ("256 MB ms", Metric.Cold(ColdScenario.Memory256), "F1"),
        ("HTTP ms", Metric.Cold(ColdScenario.Http), "F1"),
        ("cold CPU ms", Metric.ColdProcessorTime(ColdScenario.FullCore), "F1"),
        ("warm p50 ms", Metric.WarmMedian, "F2"),
        ("p99 ms", Metric.WarmPercentile99, "F2"),
        ("1/s", Metric.Throughput, "F0"),
        ("warm CPU ms", Metric.WarmProcessorTime, "F2"),
        ("peak MiB", Metric.PeakMemory, "F1"),
        ("zip MB", Metric.PackageSize, "F2"),
    ];

    public static string Write(Report report)
    {
        var text = new StringBuilder($"\n{report.Machine}\n\n{Metrics(report)}\n");
        text.Append(Legend).Append('\n');
        if (report.Candidates.Contains(CandidateCatalog.Node))
        {
            text.Append(Ratios(report)).Append('\n');
        }

        text.Append(Budgets(report)).Append('\n');
        foreach (var note in report.Notes)
        {
            text.Append(CultureInfo.InvariantCulture, $"Note: {note}\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"Medians of {report.Options.Rounds} interleaved rounds, ");
        text.Append("ratios paired within each round.");
        text.Append(report.IsConclusive ? "\n" : " Too few rounds to claim anything.\n");
        return text.ToString();
    }

    private static string Metrics(Report report) => TextTable.Write(
    [
        ["candidate", .. Columns.Select(column => column.Title)],
        .. report.Candidates.Select(name => (IReadOnlyList<string>)
        [
            name,
            .. Columns.Select(column => Show(report.Samples.Median(name, column.Metric), column.Format)),
        ]),
    ]);

    private static string Ratios(Report report) => TextTable.Write(
    [
        ["of the Node handler's", .. Columns.Select(column => column.Title)],
        .. report.Candidates.Where(name => name != CandidateCatalog.Node).Select(name => (IReadOnlyList<string>)
        [
            name,
            .. Columns.Select(column =>
                Show(report.Samples.MedianRatio(name, CandidateCatalog.Node, column.Metric), "F3")),
        ]),
    ]);

    private static string Budgets(Report report) => TextTable.Write(
    [
        [CandidateCatalog.Native, "measured", "budget", "aim", "verdict"],
        .. report.Budgets.Select(judged => (IReadOnlyList<string>)
        [
            judged.Budget.Title,
            Show(judged.Value, "F3"),
            $"≤ {Show(judged.Budget.Maximum, "F2")}",
            judged.Budget.Aim is { } aim ? $"≤ {Show(aim, "F2")}" : "",
            judged.Verdict switch { Verdict.Met => "met", Verdict.Missed => "MISSED", _ => "not measured" },
        ]),
    ]);

    private static string Show(double? value, string format) =>
        value?.ToString(format, CultureInfo.InvariantCulture) ?? Absent;
}
