using System.Globalization;

namespace AddUserToGroup.Benchmarks.Machine;

/// <summary>
/// A Linux control group with the CPU share of a small Lambda function. The thread that starts a candidate lives in it,
/// so that the candidate is in it from its first instruction on, and moving it costs no measured time.
/// </summary>
internal sealed class FunctionCgroup : IDisposable
{
    /// <summary>https://docs.aws.amazon.com/lambda/latest/dg/configuration-memory.html</summary>
    private const double MegabytesPerCore = 1769;

    /// <summary>As observed in Lambda: https://github.com/pwrdrvr/lambda-dispatch/issues/246</summary>
    private const int PeriodMicroseconds = 20_000;

    private const string LeftOut = "small functions' CPU shares are left out";

    private readonly ICgroupLayout _layout;

    private FunctionCgroup(ICgroupLayout layout) => _layout = layout;

    /// <summary>Null and the reason where this system or this user's rights do not allow it.</summary>
    public static FunctionCgroup? TryCreate(out string? reason)
    {
        if (!OperatingSystem.IsLinux())
        {
            reason = $"{LeftOut}: they take Linux control groups";
            return null;
        }

        try
        {
            var layout = CgroupVersion2.Find() ?? (ICgroupLayout?)CgroupVersion1.Find();
            reason = layout is null ? $"{LeftOut}: no control group has the cpu controller" : null;
            layout?.Create();
            return layout is null ? null : new FunctionCgroup(layout);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            reason = $"{LeftOut}: control groups cannot be used here ({exception.Message})";
            return null;
        }
    }

    /// <summary>Moves the calling thread, and so every process that it starts, into the group.</summary>
    public void Enter() => _layout.Enter();

    /// <param name="megabytes">The function's memory, which decides its share.</param>
    public void Limit(int megabytes)
    {
        var quota = (int)(PeriodMicroseconds * megabytes / MegabytesPerCore);
        _layout.SetQuota(quota.ToString(CultureInfo.InvariantCulture), PeriodMicroseconds);
    }

    public void Lift() => _layout.SetQuota(_layout.NoQuota, PeriodMicroseconds);

    public void Dispose() => _layout.Remove();
}
