using System.Globalization;

namespace AddUserToGroup.Benchmarks.Machine;

/// <summary>One core for what is measured and the others for the benchmark: neither takes the other's time.</summary>
internal sealed class ProcessorCores
{
    // The kernel's largest configuration is 8192.
    private const int Words = 128;
    private const int WordBits = 64;

    private readonly int _measured;

    private ProcessorCores(int measured) => _measured = measured;

    /// <summary>Keeps this process off the last core; null and the reason where cores cannot be told apart.</summary>
    public static ProcessorCores? TryReserve(out string? reason)
    {
        if (!OperatingSystem.IsLinux())
        {
            reason = "candidates are not kept to one core: only done on Linux";
            return null;
        }

        var allowed = new ulong[Words];
        _ = Libc.GetAffinity(0, Words * sizeof(ulong), allowed);
        var cores = Enumerable.Range(0, Words * WordBits)
            .Where(core => (allowed[core / WordBits] & Bit(core)) != 0)
            .ToList();
        if (cores.Count < 2)
        {
            reason = "candidates share the one core with the benchmark";
            return null;
        }

        allowed[cores[^1] / WordBits] &= ~Bit(cores[^1]);
        foreach (var thread in Directory.EnumerateDirectories("/proc/self/task"))
        {
            // A thread may have ended meanwhile; new ones are where those are that start them.
            var id = int.Parse(Path.GetFileName(thread), NumberStyles.None, CultureInfo.InvariantCulture);
            _ = Libc.SetAffinity(id, Words * sizeof(ulong), allowed);
        }

        reason = null;
        return new ProcessorCores(cores[^1]);
    }

    /// <summary>Puts the calling thread, and so every process that it starts, on the measured core.</summary>
    public void Enter()
    {
        var mask = new ulong[Words];
        mask[_measured / WordBits] = Bit(_measured);
        _ = Libc.SetAffinity(0, Words * sizeof(ulong), mask);
    }

    private static ulong Bit(int core) => 1UL << (core % WordBits);
}
