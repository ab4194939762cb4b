using System.Globalization;

namespace AddUserToGroup.Benchmarks.Measuring;

/// <summary>
/// A Linux control group with the CPU share of a small Lambda function. Needs root. Both versions of control groups are in use:
/// https://docs.kernel.org/scheduler/sched-bwc.html, https://docs.kernel.org/admin-guide/cgroup-v2.html
/// </summary>
internal sealed class CpuShare : IDisposable
{
    /// <summary>https://docs.aws.amazon.com/lambda/latest/dg/configuration-memory.html</summary>
    private const double MegabytesPerCore = 1769;

    /// <summary>In microseconds, as observed in Lambda: https://github.com/pwrdrvr/lambda-dispatch/issues/246</summary>
    private const int Period = 20_000;

    private readonly string _group;
    private readonly bool _isVersion2;

    private CpuShare(string mountPoint, bool isVersion2)
    {
        _isVersion2 = isVersion2;
        if (isVersion2)
        {
            File.WriteAllText(Path.Combine(mountPoint, "cgroup.subtree_control"), "+cpu");
        }

        _group = Directory.CreateDirectory(Path.Combine(mountPoint, $"add-user-to-group-benchmark-{Environment.ProcessId}")).FullName;
    }

    /// <returns>Null if this machine or user cannot set CPU shares.</returns>
    public static CpuShare? TryCreate()
    {
        var mounts = File.ReadLines("/proc/self/mounts").Select(line => line.Split(' ')).ToList();
        var version1 = mounts.Find(mount => mount[2] == "cgroup" && mount[3].Split(',').Contains("cpu"));
        var mounted = version1 ?? mounts.Find(mount => mount[2] == "cgroup2");
        try
        {
            return mounted is null ? null : new CpuShare(mounted[1], isVersion2: version1 is null);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <param name="processId">A process, which is limited with all its threads.</param>
    /// <param name="megabytes">The function's memory, which decides its share.</param>
    public void Limit(int processId, int megabytes)
    {
        var quota = (int)(Period * megabytes / MegabytesPerCore);
        if (_isVersion2)
        {
            Write("cpu.max", string.Create(CultureInfo.InvariantCulture, $"{quota} {Period}"));
        }
        else
        {
            Write("cpu.cfs_period_us", Period);
            Write("cpu.cfs_quota_us", quota);
        }

        Write("cgroup.procs", processId);
    }

    public void Dispose() => Directory.Delete(_group);

    private void Write(string file, IConvertible value) =>
        File.WriteAllText(Path.Combine(_group, file), value.ToString(CultureInfo.InvariantCulture));
}
