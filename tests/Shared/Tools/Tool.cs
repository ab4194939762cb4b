using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace AddUserToGroup.Shared.Tools;

/// <summary>Other programs: where they are, and running one to its end.</summary>
internal static class Tool
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>The .NET host that runs this program.</summary>
    public static string DotNet { get; } = Path.GetFullPath(Path.Combine(
        RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", Executable("dotnet")));

    /// <returns>The path of the first of these that the PATH knows; null where it knows none.</returns>
    public static string? Find(params IEnumerable<string> names) => (
        from name in names
        from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        let file = Path.Combine(folder, Executable(name))
        where File.Exists(file)
        select file).FirstOrDefault();

    /// <param name="program">A path, or a name on the PATH.</param>
    /// <param name="arguments">Each as the program is to see it.</param>
    /// <param name="folder">The working folder; null for this process's own.</param>
    /// <param name="environment">In addition to this process's own; null takes a variable away.</param>
    /// <param name="input">Its standard input.</param>
    /// <param name="timeout">After it the program and all that it started are killed; null for ten minutes.</param>
    /// <param name="stop">Kills them at once.</param>
    /// <exception cref="Win32Exception">There is no such program.</exception>
    /// <exception cref="TimeoutException">It did not end in time.</exception>
    public static async Task<ToolResult> RunAsync(
        string program,
        IEnumerable<string> arguments,
        string? folder = null,
        IEnumerable<KeyValuePair<string, string?>>? environment = null,
        string input = "",
        TimeSpan? timeout = null,
        CancellationToken stop = default)
    {
        // On Windows npm is a script, which only the command interpreter can run.
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
        end.CancelAfter(timeout ?? Patience);
        await using var kill = end.Token.Register(() => process.Kill(entireProcessTree: true));
        // All at once: a program may answer before it has read everything, and neither pipe may fill up.
        var output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        await WriteAsync(process.StandardInput, input);
        await process.WaitForExitAsync(CancellationToken.None);
        stop.ThrowIfCancellationRequested();
        return end.IsCancellationRequested
            ? throw new TimeoutException($"{program} did not end within {timeout ?? Patience}.")
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
            // It ended without reading; its exit code says what that means.
        }
    }
}
