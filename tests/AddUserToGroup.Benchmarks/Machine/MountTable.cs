namespace AddUserToGroup.Benchmarks.Machine;

/// <summary>What /proc/self/mounts says of control groups.</summary>
internal static class MountTable
{
    /// <returns>The mount point; null where there is none.</returns>
    public static string? Find(string type, Func<string, string, bool> matches) => File.ReadLines("/proc/self/mounts")
        .Select(line => line.Split(' '))
        .Where(fields => fields[2] == type && matches(fields[1], fields[3]))
        .Select(fields => fields[1])
        .FirstOrDefault();
}
