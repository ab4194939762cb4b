using System.Diagnostics;

namespace AddUserToGroup.Local;

/// <summary>Starts the stack's child processes.</summary>
internal static class ChildProcess
{
    // A process needs these on Linux, macOS or Windows. Other variables are the developer's settings.
    private static readonly string[] PlatformVariables =
    [
        "PATH", "HOME", "TMPDIR", "LANG", "DOTNET_ROOT",
        "USERPROFILE", "TEMP", "TMP", "SystemRoot", "SystemDrive", "PATHEXT", "ComSpec",
    ];

    /// <summary>Describes a process with redirected streams and none of the developer's environment.</summary>
    public static ProcessStartInfo Describe(
        string fileName, string workingDirectory, params IEnumerable<string> arguments)
    {
        var description = DescribeWithInheritedEnvironment(fileName, workingDirectory, arguments);
        description.Environment.Clear();
        foreach (var name in PlatformVariables)
        {
            if (Environment.GetEnvironmentVariable(name) is { } value)
            {
                description.Environment[name] = value;
            }
        }

        return description;
    }

    /// <summary>Describes a developer's tool, which needs the developer's settings: a proxy, a registry, a cache.</summary>
    public static ProcessStartInfo DescribeWithInheritedEnvironment(
        string fileName, string workingDirectory, params IEnumerable<string> arguments) =>
        new(fileName, arguments)
        {
            WorkingDirectory = workingDirectory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };

    /// <summary>Runs a process until it ends, and passes on every line that it writes.</summary>
    /// <returns>The exit code.</returns>
    /// <exception cref="System.ComponentModel.Win32Exception">The program is missing or cannot be run.</exception>
    public static async Task<int> RunAsync(ProcessStartInfo description, Action<string> line, CancellationToken kill)
    {
        using var process = Process.Start(description)!;
        await using var registration = kill.Register(() => process.Kill(entireProcessTree: true));
        process.StandardInput.Close();
        await Task.WhenAll(
            RelayAsync(process.StandardOutput, line),
            RelayAsync(process.StandardError, line),
            process.WaitForExitAsync(CancellationToken.None));
        return process.ExitCode;
    }

    /// <summary>Passes on every line that a process writes, escaped: it may contain a client's input.</summary>
    public static async Task RelayAsync(StreamReader reader, Action<string> line)
    {
        while (await reader.ReadLineAsync() is { } text)
        {
            line(PrintableText.Escape(text));
        }
    }
}
