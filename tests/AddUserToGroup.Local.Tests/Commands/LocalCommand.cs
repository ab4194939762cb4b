using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using AddUserToGroup.Local;

namespace AddUserToGroup.Local.Tests.Commands;

/// <summary>The command line as a process of its own, always with cognito-local.</summary>
internal static class LocalCommand
{
    // SIGINT is the second signal.
    private const ulong Interrupt = 1 << 1;

    private const string CognitoAddress = "AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER";

    private static string Configuration =>
        typeof(LocalStack).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;

    // What a script starts in the background ignores Ctrl-C, and so does all that it starts.
    private static string[] HeedInterrupt => IsInterruptIgnored ? ["env", "--default-signal=INT"] : [];

    private static bool IsInterruptIgnored => OperatingSystem.IsLinux()
        && File.ReadLines("/proc/self/status").Single(line => line.StartsWith("SigIgn:", StringComparison.Ordinal)) is var ignored
        && (ulong.Parse(ignored["SigIgn:".Length..], NumberStyles.HexNumber | NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture)
            & Interrupt) != 0;

    public static Process Start(params IEnumerable<string> arguments) => Start(null, arguments);

    /// <param name="path">In place of the PATH; null leaves it.</param>
    /// <param name="arguments">The command line.</param>
    public static Process Start(string? path, IEnumerable<string> arguments)
    {
        string[] command = [.. HeedInterrupt, Tool.DotNet, typeof(LocalStack).Assembly.Location, .. arguments];
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Remove(CognitoAddress);
        if (path is not null)
        {
            start.Environment["PATH"] = path;
        }

        return Process.Start(start)!;
    }

    /// <summary>The same as the README has it: with <c>dotnet run</c>, which starts it as a process of its own.</summary>
    public static Process StartWithDotNetRun(params IEnumerable<string> arguments)
    {
        string[] run = ["run", "--no-build", "--configuration", Configuration, "--project", Path.Combine(Repository.Folder, "src", "AddUserToGroup.Local"), "--"];
        var start = new ProcessStartInfo(Tool.DotNet, [.. run, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Remove(CognitoAddress);
        return Process.Start(start)!;
    }

    public static Task<ToolResult> RunAsync(params IEnumerable<string> arguments) => RunAsync([], arguments);

    /// <param name="environment">In addition to this process's own.</param>
    /// <param name="arguments">The command line.</param>
    public static Task<ToolResult> RunAsync(Dictionary<string, string?> environment, IEnumerable<string> arguments)
    {
        environment[CognitoAddress] = null;
        return Tool.RunAsync(Tool.DotNet, [typeof(LocalStack).Assembly.Location, .. arguments], environment: environment);
    }
}
