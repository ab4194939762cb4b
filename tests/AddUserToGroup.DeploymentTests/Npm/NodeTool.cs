using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace AddUserToGroup.DeploymentTests.Npm;

/// <summary>Programs that come with Node.js, run to their end.</summary>
internal static class NodeTool
{
    private const int OldestVersion = 20;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private static readonly Lazy<string?> FoundAbsence = new(FindAbsence);

    /// <summary>Why npm packages cannot be run here; null where they can.</summary>
    public static string? Absence => FoundAbsence.Value;

    public static Task<ToolResult> NodeAsync(string folder, params string[] arguments) =>
        RunAsync("node", folder, arguments, new Dictionary<string, string>());

    public static Task<ToolResult> NodeAsync(
        string folder, IReadOnlyDictionary<string, string> environment, params string[] arguments) =>
        RunAsync("node", folder, arguments, environment);

    // On Windows npm is a script, which only the command interpreter can run.
    public static Task<ToolResult> NpmAsync(string folder, params string[] arguments) => OperatingSystem.IsWindows()
        ? RunAsync("cmd.exe", folder, ["/d", "/c", "npm", .. arguments], new Dictionary<string, string>())
        : RunAsync("npm", folder, arguments, new Dictionary<string, string>());

    private static async Task<ToolResult> RunAsync(
        string program, string folder, string[] arguments, IReadOnlyDictionary<string, string> environment)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        using var deadline = new CancellationTokenSource(Patience);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(deadline.Token);
            var complaints = process.StandardError.ReadToEndAsync(deadline.Token);
            await process.WaitForExitAsync(deadline.Token);
            return new ToolResult(process.ExitCode, await output, await complaints);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{program} {string.Join(' ', arguments)} did not end within {Patience}.");
        }
    }

    private static string? FindAbsence()
    {
        try
        {
            var node = NodeAsync(Environment.CurrentDirectory, "--version").GetAwaiter().GetResult();
            var major = node.Output.TrimStart('v').Split('.')[0];
            if (!int.TryParse(major, NumberStyles.None, CultureInfo.InvariantCulture, out var version)
                || version < OldestVersion)
            {
                return $"Needs Node.js {OldestVersion} or later; the node on the PATH is {node.Output.Trim()}.";
            }

            var npm = NpmAsync(Environment.CurrentDirectory, "--version").GetAwaiter().GetResult();
            return npm.ExitCode == 0 ? null : "Needs npm, which is not on the PATH.";
        }
        catch (Win32Exception)
        {
            return $"Needs Node.js {OldestVersion} or later with npm on the PATH.";
        }
    }
}
