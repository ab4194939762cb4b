using AddUserToGroup.Benchmarks.Candidates;
using AddUserToGroup.Benchmarks.Measuring;

namespace AddUserToGroup.Benchmarks.Reporting;

/// <summary>All that <c>--check</c> asks for.</summary>
internal static class Bars
{
    public static IReadOnlyList<Bar> All { get; } =
    [
        OfNode("cold total at 512 MB", Figure.Cold(ColdCondition.Memory512), 0.10, 0.07),
        OfNode("cold total at 256 MB", Figure.Cold(ColdCondition.Memory256), 0.12, 0.05),
        new(
            "cold total with a whole core, of the floor's",
            Figure.Cold(ColdCondition.FullCore),
            CandidateCatalog.Floor,
            3,
            2),
        OfNode("warm invocation, median", Figure.WarmMedian, 0.40, 0.25),
        OfNode("CPU time of a warm invocation", Figure.WarmProcessorTime, 0.42, 0.25),
        OfNode("peak memory", Figure.PeakMemory, 0.30, 0.20),
        new("zipped package, MB", Figure.PackageSize, Of: null, 5.5, 4),
        new("memory after 20,000 invocations, of that after 2,000", Figure.MemoryGrowth, Of: null, 1.05, Aim: null),
    ];

    private static Bar OfNode(string title, string figure, double limit, double aim) =>
        new($"{title}, of the Node handler's", figure, CandidateCatalog.Node, limit, aim);
}
