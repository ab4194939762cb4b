namespace AddUserToGroup.Benchmarks.Measuring;

/// <summary>What is measured, with its unit, as in the table and in the JSON file.</summary>
internal static class Metric
{
    public const string Init = "init ms";
    public const string Cold = "cold ms";
    public const string ColdHttp = "HTTP ms";
    public const string Cold512 = "512 MB ms";
    public const string Cold256 = "256 MB ms";
    public const string PageFaults = "faults";
    public const string PrivateDirty = "dirty KiB";
    public const string WarmMedian = "warm ms";
    public const string WarmProcessorTime = "warm CPU ms";
    public const string PeakMemory = "peak MiB";
    public const string PackageSize = "zip MB";
    public const string MemoryGrowth = "memory growth";

    public static IReadOnlyList<string> All { get; } =
        [Init, Cold, ColdHttp, Cold512, Cold256, PageFaults, PrivateDirty, WarmMedian, WarmProcessorTime, PeakMemory, PackageSize, MemoryGrowth];
}
