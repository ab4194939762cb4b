using AddUserToGroup.Benchmarks.Measuring;

namespace AddUserToGroup.Benchmarks.Soak;

/// <summary>A tenth of the run, over which it is looked at.</summary>
internal sealed record Window
{
    /// <summary>From the start of the run to the end of this window.</summary>
    public required int Invocations { get; init; }

    /// <summary>As <see cref="Invocations"/>.</summary>
    public required TimeSpan Elapsed { get; init; }

    /// <summary>In milliseconds, of the invocations that met no fault.</summary>
    public required double Median { get; init; }

    /// <summary>As <see cref="Median"/>: what a fault leaves behind for the next event would show here.</summary>
    public required double Slowest { get; init; }

    /// <summary>In bytes, since the function's start.</summary>
    public required long PeakMemory { get; init; }

    /// <summary>Taken between invocations, in equal numbers of them.</summary>
    public required IReadOnlyList<ResourceUse> Samples { get; init; }

    /// <summary>In bytes: the median, for the collector makes it go up and down.</summary>
    public double Resident => Statistics.Median(Samples.Select(sample => (double)sample.Resident));

    /// <summary>The fewest: what a fault leaves to be cleaned up comes and goes, what leaks stays.</summary>
    public int Descriptors => Samples.Min(sample => sample.Descriptors);

    /// <summary>As <see cref="Descriptors"/>.</summary>
    public int Threads => Samples.Min(sample => sample.Threads);
}
