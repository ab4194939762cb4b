using System.Globalization;
using System.Runtime.InteropServices;

namespace AddUserToGroup.Benchmarks.Measuring;

/// <summary>The last core is the candidates', the others are this program's: neither takes the other's time.</summary>
internal static partial class Cores
{
    private static readonly ulong Last = 1UL << (Math.Min(Environment.ProcessorCount, 64) - 1);

    /// <summary>Starts a process on its core, from its first instruction on.</summary>
    public static T Start<T>(Func<T> start)
    {
        if (Last == 1)
        {
            return start();
        }

        _ = SetAffinity(0, sizeof(ulong), Last);
        try
        {
            return start();
        }
        finally
        {
            // Starting a process can start threads, which run where this one does.
            foreach (var thread in Directory.EnumerateDirectories("/proc/self/task"))
            {
                _ = SetAffinity(int.Parse(Path.GetFileName(thread), CultureInfo.InvariantCulture), sizeof(ulong), Last - 1);
            }
        }
    }

    // A thread can have ended; a container may not have these cores.
    [LibraryImport("libc", EntryPoint = "sched_setaffinity")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int SetAffinity(int thread, nint size, in ulong mask);
}
