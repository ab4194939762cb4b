using System.Diagnostics;
using System.Globalization;

namespace AddUserToGroup.Benchmarks.Machine;

/// <summary>Resident memory of a process, in bytes: the kernel's own metrics on Linux, .NET's elsewhere.</summary>
internal static class ProcessMemory
{
    public static long Resident(Process process) => Read(process, "VmRSS:") ?? Refreshed(process).WorkingSet64;

    public static long Peak(Process process) => Read(process, "VmHWM:") ?? Refreshed(process).PeakWorkingSet64;

    private static long? Read(Process process, string name)
    {
        if (!OperatingSystem.IsLinux())
        {
            return null;
        }

        var line = File.ReadLines($"/proc/{process.Id}/status")
            .First(line => line.StartsWith(name, StringComparison.Ordinal));
        var kibibytes = line[name.Length..].Replace("kB", "", StringComparison.Ordinal).Trim();
        return long.Parse(kibibytes, NumberStyles.None, CultureInfo.InvariantCulture) * 1024;
    }

    private static Process Refreshed(Process process)
    {
        process.Refresh();
        return process;
    }
}
