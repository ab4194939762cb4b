using System.Runtime.InteropServices;

namespace AddUserToGroup.Benchmarks.Machine;

/// <summary>What .NET has no call for, on Linux.</summary>
internal static partial class Libc
{
    /// <summary>Nanoseconds of CPU time of a process with all its threads, ended ones included.</summary>
    public static TimeSpan ProcessorTime(int processId) =>
        GetProcessClock(processId, out var clock) == 0 && GetTime(clock, out var time) == 0
            ? TimeSpan.FromSeconds(time.Seconds) + TimeSpan.FromMicroseconds(time.Nanoseconds / 1000.0)
            : throw new BenchmarkException("The CPU time of a candidate cannot be read.");

    /// <summary>On which cores a thread may run. 0 is the calling thread; the size is in bytes.</summary>
    [LibraryImport("libc", EntryPoint = "sched_setaffinity")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial int SetAffinity(int thread, nint size, ReadOnlySpan<ulong> mask);

    [LibraryImport("libc", EntryPoint = "sched_getaffinity")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial int GetAffinity(int thread, nint size, Span<ulong> mask);

    [LibraryImport("libc", EntryPoint = "clock_getcpuclockid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int GetProcessClock(int processId, out int clock);

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int GetTime(int clock, out TimeSpecification time);

    [StructLayout(LayoutKind.Sequential)]
    private struct TimeSpecification
    {
        public nint Seconds;
        public nint Nanoseconds;
    }
}
