using System.Globalization;

namespace AddUserToGroup.Benchmarks.Machine;

/// <summary>
/// A threaded group, so that one thread of the benchmark can be in it and the others not:
/// https://docs.kernel.org/admin-guide/cgroup-v2.html#threads
/// </summary>
internal sealed class CgroupVersion2(string mountPoint) : ICgroupLayout
{
    private readonly string _domain = Path.Combine(mountPoint, $"add-user-to-group-benchmark-{Environment.ProcessId}");
    private string? _home;

    public string NoQuota => "max";

    private string Group => Path.Combine(_domain, "function");

    public static CgroupVersion2? Find() =>
        MountTable.Find("cgroup2", (mountPoint, _) => Controllers(mountPoint).Contains("cpu")) is { } mountPoint
            ? new CgroupVersion2(mountPoint)
            : null;

    public void Create()
    {
        const string Prefix = "0::/";
        var home = File.ReadLines("/proc/self/cgroup")
            .Single(line => line.StartsWith(Prefix, StringComparison.Ordinal));
        _home = Path.Combine(mountPoint, home[Prefix.Length..], "cgroup.procs");
        try
        {
            File.WriteAllText(Path.Combine(mountPoint, "cgroup.subtree_control"), "+cpu");
            Directory.CreateDirectory(Group);
            File.WriteAllText(Path.Combine(Group, "cgroup.type"), "threaded");
            File.WriteAllText(Path.Combine(_domain, "cgroup.subtree_control"), "+cpu");
            File.WriteAllText(Path.Combine(_domain, "cgroup.procs"), "0");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Remove();
            throw;
        }
    }

    public void Enter() => File.WriteAllText(Path.Combine(Group, "cgroup.threads"), "0");

    public void SetQuota(string quota, int period) => File.WriteAllText(
        Path.Combine(Group, "cpu.max"), string.Create(CultureInfo.InvariantCulture, $"{quota} {period}"));

    public void Remove()
    {
        if (Directory.Exists(_domain))
        {
            File.WriteAllText(_home!, "0");
        }

        if (Directory.Exists(Group))
        {
            Directory.Delete(Group);
        }

        if (Directory.Exists(_domain))
        {
            Directory.Delete(_domain);
        }
    }

    private static string[] Controllers(string mountPoint) =>
        File.ReadAllText(Path.Combine(mountPoint, "cgroup.controllers")).Trim().Split(' ');
}
