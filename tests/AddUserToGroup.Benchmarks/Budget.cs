using AddUserToGroup.Benchmarks.Candidates;
using AddUserToGroup.Benchmarks.Measuring;

namespace AddUserToGroup.Benchmarks;

/// <summary>A limit for the function as it is deployed.</summary>
/// <param name="Metric">One of <see cref="Measuring.Metric"/>.</param>
/// <param name="Baseline">The candidate whose value divides it, in each round; null for the value itself.</param>
/// <param name="Maximum">It must hold on every machine.</param>
internal sealed record Budget(string Metric, string? Baseline, double Maximum)
{
    public static IReadOnlyList<Budget> All { get; } =
    [
        new(Measuring.Metric.Cold512, CandidateBuilder.Node, 0.13),
        new(Measuring.Metric.Cold256, CandidateBuilder.Node, 0.12),
        new(Measuring.Metric.Cold, CandidateBuilder.Floor, 3),
        new(Measuring.Metric.PageFaults, null, 850),
        new(Measuring.Metric.WarmMedian, CandidateBuilder.Node, 0.40),
        new(Measuring.Metric.WarmProcessorTime, CandidateBuilder.Node, 0.42),
        new(Measuring.Metric.PeakMemory, CandidateBuilder.Node, 0.30),
        // For what ships: with Amazon's own packages it is a quarter of a megabyte larger than with the stand-ins.
        new(Measuring.Metric.PackageSize, null, 5.8),
        new(Measuring.Metric.MemoryGrowth, null, 1.05),
    ];

    /// <summary>So wide that noise cannot exceed it.</summary>
    public static IReadOnlyList<Budget> Quick { get; } =
    [
        new(Measuring.Metric.Cold, CandidateBuilder.Node, 0.33),
        new(Measuring.Metric.PageFaults, null, 900),
        new(Measuring.Metric.PackageSize, null, 5.8),
    ];

    public string Title => Baseline is null ? Metric : $"{Metric}, of {Baseline}'s";

    /// <returns>Null if it was not measured.</returns>
    public double? Measured(Measurements measurements) => Baseline is null
        ? measurements.Median(CandidateBuilder.Native, Metric)
        : measurements.MedianRatio(CandidateBuilder.Native, Baseline, Metric);
}
