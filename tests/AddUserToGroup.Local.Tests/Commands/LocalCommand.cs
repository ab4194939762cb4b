using System.Diagnostics;
using System.Globalization;
using System.Reflection;

namespace AddUserToGroup.Local.Tests.Commands;

/// <summary>The command line as a process of its own.</summary>
internal static class LocalCommand
{
    // SIGINT is the second signal.
    private const ulong Interrupt = 1 << 1;

    private static string Configuration =>
        typeof(LocalStack).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;

    // A process that a script starts in the background ignores Ctrl-C, and so do its children.
    private static string[] HeedInterrupt => IsInterruptIgnored ? ["env", "--default-signal=INT"] : [];

    private static bool IsInterruptIgnored => OperatingSystem.IsLinux()
        && File.ReadLines("/proc/self/status").Single(line => line.StartsWith("SigIgn:", StringComparison.Ordinal)) is var ignored
        && (ulong.Parse(ignored["SigIgn:".Length..], NumberStyles.HexNumber | NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture)
            & Interrupt) != 0;

    public static Process Start(params IEnumerable<string> arguments) => Start(null, arguments);

    /// <param name="path">Replaces the PATH; null leaves it.</param>
    /// <param name="arguments">The command line.</param>
    public static Process Start(string? path, IEnumerable<string> arguments) =>
        StartProcess([.. HeedInterrupt, Tool.DotNet, typeof(LocalStack).Assembly.Location, .. arguments], path);

    /// <summary>Starts it with <c>dotnet run</c>, which makes it a child process.</summary>
    public static Process StartWithDotNetRun(params IEnumerable<string> arguments) => StartProcess(
        [
            Tool.DotNet, "run", "--no-build", "--configuration", Configuration,
            "--project", Path.Combine(Repository.Folder, "src", "AddUserToGroup.Local"), "--", .. arguments,
        ],
        path: null);

    public static Task<ToolResult> RunAsync(params IEnumerable<string> arguments) => RunAsync([], arguments);

    /// <param name="environment">In addition to this process's own.</param>
    /// <param name="arguments">The command line.</param>
    public static Task<ToolResult> RunAsync(Dictionary<string, string?> environment, IEnumerable<string> arguments) =>
        Tool.RunAsync(Tool.DotNet, [typeof(LocalStack).Assembly.Location, .. arguments], environment: environment);

    private static Process StartProcess(string[] command, string? path)
    {
        var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true };
        if (path is not null)
        {
            start.Environment["PATH"] = path;
        }

        return Process.Start(start)!;
    }
}
