using System.Diagnostics;
using System.Runtime.InteropServices;

namespace AddUserToGroup.Local;

/// <summary>
/// Notices the end of <c>dotnet run</c>, which starts this program as a process of its own: whoever kills it means both. On
/// Windows a job object sees to that.
/// </summary>
internal static class ParentProcess
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <summary>Calls when the .NET host that started this program ends; never where something else did, such as a shell.</summary>
    public static async Task CallAtEndAsync(Action ended, CancellationToken stop)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var parent = GetParentId();
        if (!IsDotNet(parent))
        {
            return;
        }

        // An orphan has another parent at once, even while the old one waits to be buried.
        while (GetParentId() == parent)
        {
            await Task.Delay(Pause, stop);
        }

        ended();
    }

    private static bool IsDotNet(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return process.ProcessName == "dotnet";
        }
        catch (ArgumentException)
        {
            // It is gone, or not to be seen from a container.
            return false;
        }
    }

    [DllImport("libc", EntryPoint = "getppid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int GetParentId();
}
