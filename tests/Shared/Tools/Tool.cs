using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace AddUserToGroup.Shared.Tools;

/// <summary>Finds other programs and runs them.</summary>
internal static class Tool
{
    private static readonly TimeSpan DefaultTimeout = TimeSpan.FromMinutes(10);

    /// <summary>The .NET host that runs this program.</summary>
    public static string DotNet { get; } = Path.GetFullPath(Path.Combine(
        RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", Executable("dotnet")));

    /// <returns>The path of the first of these that is on the PATH; null if none is.</returns>
    public static string? Find(params IEnumerable<string> names) => (
        from name in names
        from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        let file = Path.Combine(folder, Executable(name))
        where File.Exists(file)
        select file).FirstOrDefault();

    /// <param name="program">A path, or a name on the PATH.</param>
    /// <param name="arguments">Without quoting.</param>
    /// <param name="folder">The working folder; null for that of this process.</param>
    /// <param name="environment">Changes to this process's variables; null removes one.</param>
    /// <param name="input">Its standard input.</param>
    /// <param name="timeout">Kills the program and its child processes; null for ten minutes.</param>
    /// <param name="stop">Kills them immediately.</param>
    /// <exception cref="Win32Exception">There is no such program.</exception>
    /// <exception cref="TimeoutException">The program did not end in time.</exception>
    public static async Task<ToolResult> RunAsync(
        string program,
        IEnumerable<string> arguments,
        string? folder = null,
        IEnumerable<KeyValuePair<string, string?>>? environment = null,
        string input = "",
        TimeSpan? timeout = null,
        CancellationToken stop = default)
    {
        // On Windows, npm is a script that only the command interpreter can run.
        var start = OperatingSystem.IsWindows() && program == "npm"
            ? new ProcessStartInfo("cmd.exe", ["/d", "/c", program, .. arguments])
            : new ProcessStartInfo(program, arguments);
        start.WorkingDirectory = folder ?? "";
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        foreach (var (name, value) in environment ?? [])
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stop);
        end.CancelAfter(timeout ?? DefaultTimeout);
        await using var kill = end.Token.Register(() => process.Kill(entireProcessTree: true));
        // Concurrently: a program can write before it has read everything, and a full pipe would block it.
        var output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        await WriteAsync(process.StandardInput, input);
        await process.WaitForExitAsync(CancellationToken.None);
        stop.ThrowIfCancellationRequested();
        return end.IsCancellationRequested
            ? throw new TimeoutException($"{program} did not end within {timeout ?? DefaultTimeout}.")
            : new(process.ExitCode, await output, await errors);
    }

    private static string Executable(string name) =>
        OperatingSystem.IsWindows() && !Path.HasExtension(name) ? $"{name}.exe" : name;

    private static async Task WriteAsync(StreamWriter target, string text)
    {
        try
        {
            await target.WriteAsync(text);
            target.Close();
        }
        catch (IOException)
        {
            // It ended without reading its input; the exit code says why.
        }
    }
}
