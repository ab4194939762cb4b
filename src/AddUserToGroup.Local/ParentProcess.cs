using System.Diagnostics;
using System.Runtime.InteropServices;

namespace AddUserToGroup.Local;

/// <summary>
/// Detects the end of <c>dotnet run</c>, whose child process this program is: a person who kills one means both. On Windows a job
/// object ends both.
/// </summary>
internal static class ParentProcess
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    /// <summary>Calls <paramref name="ended"/> when the .NET host that started this program ends. Does nothing if a shell started it.</summary>
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

        // An orphan has another parent at once, even while the old one is a zombie.
        while (GetParentId() == parent)
        {
            await Task.Delay(Interval, stop);
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
            // The parent has ended, or is outside this container.
            return false;
        }
    }

    [DllImport("libc", EntryPoint = "getppid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int GetParentId();
}
