namespace AddUserToGroup.Benchmarks.Measuring;

/// <summary>The names of what is measured, with their units, as in the JSON file.</summary>
internal static class Metric
{
    public const string WarmMedian = "warm-p50-ms";
    public const string WarmPercentile99 = "warm-p99-ms";
    public const string Throughput = "invocations-per-second";
    public const string WarmProcessorTime = "cpu-per-invocation-ms";
    public const string PeakMemory = "peak-memory-mib";
    public const string PackageSize = "package-mb";
    public const string MemoryGrowth = "memory-20000-of-2000";

    /// <summary>From the process's start to its asking for an event.</summary>
    public static string Init(ColdCondition condition) => $"init-{condition.Name}-ms";

    /// <summary>From handing the first event over to its answer.</summary>
    public static string FirstInvocation(ColdCondition condition) => $"first-invocation-{condition.Name}-ms";

    /// <summary>The two together.</summary>
    public static string Cold(ColdCondition condition) => $"cold-{condition.Name}-ms";

    /// <summary>CPU time up to the first answer, all threads.</summary>
    public static string ColdProcessorTime(ColdCondition condition) => $"cold-cpu-{condition.Name}-ms";
}
