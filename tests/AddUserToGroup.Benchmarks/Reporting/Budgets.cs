using AddUserToGroup.Benchmarks.Candidates;
using AddUserToGroup.Benchmarks.Measuring;

namespace AddUserToGroup.Benchmarks.Reporting;

/// <summary>All that <c>--check</c> asks for.</summary>
internal static class Budgets
{
    public static IReadOnlyList<Budget> All { get; } =
    [
        OfNode("cold total at 512 MB", Metric.Cold(ColdScenario.Memory512), 0.10, 0.07),
        OfNode("cold total at 256 MB", Metric.Cold(ColdScenario.Memory256), 0.12, 0.05),
        new(
            "cold total with a whole core, of the floor's",
            Metric.Cold(ColdScenario.FullCore),
            CandidateCatalog.Floor,
            3,
            2),
        OfNode("warm invocation, median", Metric.WarmMedian, 0.40, 0.25),
        OfNode("CPU time of a warm invocation", Metric.WarmProcessorTime, 0.42, 0.25),
        OfNode("peak memory", Metric.PeakMemory, 0.30, 0.20),
        // For what ships: Amazon's own packages make it 5.55, the stand-ins a quarter of a megabyte less.
        new("zipped package, MB", Metric.PackageSize, Baseline: null, 5.8, 4),
        new("memory after 20,000 invocations, of that after 2,000", Metric.MemoryGrowth, Baseline: null, 1.05, Aim: null),
    ];

    private static Budget OfNode(string title, string metric, double maximum, double aim) =>
        new($"{title}, of the Node handler's", metric, CandidateCatalog.Node, maximum, aim);
}
