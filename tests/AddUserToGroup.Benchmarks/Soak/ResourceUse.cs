using System.Diagnostics;
using AddUserToGroup.Benchmarks.Machine;

namespace AddUserToGroup.Benchmarks.Soak;

/// <summary>What a process takes of its machine at one moment.</summary>
/// <param name="Resident">Memory in bytes.</param>
/// <param name="Descriptors">Open ones: files, pipes, sockets.</param>
/// <param name="Threads">Of all kinds.</param>
internal sealed record ResourceUse(long Resident, int Descriptors, int Threads)
{
    public static ResourceUse Read(Process process)
    {
        process.Refresh();
        return new ResourceUse(
            ProcessMemory.Resident(process),
            Directory.GetFileSystemEntries($"/proc/{process.Id}/fd").Length,
            process.Threads.Count);
    }
}
