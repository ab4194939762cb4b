using System.Globalization;

namespace AddUserToGroup.Benchmarks.Measuring;

/// <summary>The kernel's figures for a process.</summary>
internal static class MemoryUsage
{
    /// <summary>Page faults that needed no disk: on a fresh virtual machine they are most of the cost of memory.</summary>
    public static double PageFaults(int processId)
    {
        // The second field is the name in parentheses, and may contain spaces.
        var stat = File.ReadAllText($"/proc/{processId}/stat");
        return double.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[7], CultureInfo.InvariantCulture);
    }

    /// <summary>In KiB: memory that this process alone has written.</summary>
    public static double PrivateDirty(int processId) => Read($"/proc/{processId}/smaps_rollup", "Private_Dirty:");

    /// <summary>In KiB.</summary>
    public static double Resident(int processId) => Read($"/proc/{processId}/status", "VmRSS:");

    /// <summary>In KiB.</summary>
    public static double Peak(int processId) => Read($"/proc/{processId}/status", "VmHWM:");

    private static double Read(string file, string name) => double.Parse(
        File.ReadLines(file).First(line => line.StartsWith(name, StringComparison.Ordinal))[name.Length..].Replace("kB", "", StringComparison.Ordinal),
        CultureInfo.InvariantCulture);
}
