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
    public static string Init(ColdScenario scenario) => $"init-{scenario.Name}-ms";

    /// <summary>From handing the first event over to its answer.</summary>
    public static string FirstInvocation(ColdScenario scenario) => $"first-invocation-{scenario.Name}-ms";

    /// <summary>The two together.</summary>
    public static string Cold(ColdScenario scenario) => $"cold-{scenario.Name}-ms";

    /// <summary>CPU time up to the first answer, all threads.</summary>
    public static string ColdProcessorTime(ColdScenario scenario) => $"cold-cpu-{scenario.Name}-ms";
}
