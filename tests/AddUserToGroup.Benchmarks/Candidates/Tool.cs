using System.Diagnostics;
using System.Runtime.InteropServices;

namespace AddUserToGroup.Benchmarks.Candidates;

/// <summary>Programs that candidates are built with.</summary>
internal static class Tool
{
    /// <summary>The .NET host that runs this program.</summary>
    public static string DotNet { get; } = Path.GetFullPath(Path.Combine(
        RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", Executable("dotnet")));

    /// <returns>The path of the first of these that the PATH knows; null where it knows none.</returns>
    public static string? Find(params IEnumerable<string> names) => (
        from name in names
        from directory in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        let file = Path.Combine(directory, Executable(name))
        where File.Exists(file)
        select file).FirstOrDefault();

    /// <returns>What it wrote.</returns>
    /// <exception cref="UnavailableException">It failed; the message has the reason that it gave.</exception>
    public static string Run(string file, string directory, IEnumerable<string> arguments, CancellationToken stop)
    {
        var description = new ProcessStartInfo(file, arguments)
        {
            WorkingDirectory = directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(description)!;
        using var ending = stop.Register(() => process.Kill(entireProcessTree: true));
        var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        stop.ThrowIfCancellationRequested();
        return process.ExitCode == 0 ? output : throw new UnavailableException(
            $"{Path.GetFileName(file)} failed: {Reason(output + errors.GetAwaiter().GetResult())}");
    }

    private static string Executable(string name) => OperatingSystem.IsWindows() ? $"{name}.exe" : name;

    // Compilers, MSBuild and npm all say "error" where they say what is wrong.
    private static string Reason(string text)
    {
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return Array.Find(lines, line => line.Contains("error", StringComparison.OrdinalIgnoreCase))
            ?? lines.LastOrDefault("no reason given");
    }
}
