using System.Diagnostics;

namespace AddUserToGroup.Local;

/// <summary>What every process that the stack starts has in common.</summary>
internal static class ChildProcess
{
    // What a process needs to run on Linux, macOS or Windows, and nothing of the developer's own settings.
    private static readonly string[] PlatformVariables =
    [
        "PATH", "HOME", "TMPDIR", "LANG", "DOTNET_ROOT",
        "USERPROFILE", "TEMP", "TMP", "SystemRoot", "SystemDrive", "PATHEXT", "ComSpec",
    ];

    /// <summary>Describes a process whose three streams belong to the host and whose environment is clean.</summary>
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

    /// <summary>The same for the developer's own tools, which need their settings: a proxy, a registry, a cache.</summary>
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

    /// <summary>Runs a process to its end and hands over every line that it writes.</summary>
    /// <returns>The exit code.</returns>
    /// <exception cref="System.ComponentModel.Win32Exception">There is no such program, or it cannot be run.</exception>
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
