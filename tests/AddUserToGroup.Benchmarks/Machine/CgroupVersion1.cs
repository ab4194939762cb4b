using System.Globalization;

namespace AddUserToGroup.Benchmarks.Machine;

/// <summary>https://docs.kernel.org/scheduler/sched-bwc.html</summary>
internal sealed class CgroupVersion1(string mountPoint) : ICgroupLayout
{
    private readonly string _group = Path.Combine(mountPoint, $"add-user-to-group-benchmark-{Environment.ProcessId}");

    public string NoQuota => "-1";

    public static CgroupVersion1? Find() =>
        MountTable.Find("cgroup", (_, options) => options.Split(',').Contains("cpu")) is { } mountPoint
            ? new CgroupVersion1(mountPoint)
            : null;

    public void Create() => Directory.CreateDirectory(_group);

    public void Enter() => File.WriteAllText(Path.Combine(_group, "tasks"), "0");

    public void SetQuota(string quota, int period)
    {
        File.WriteAllText(Path.Combine(_group, "cpu.cfs_period_us"), period.ToString(CultureInfo.InvariantCulture));
        File.WriteAllText(Path.Combine(_group, "cpu.cfs_quota_us"), quota);
    }

    public void Remove() => Directory.Delete(_group);
}
