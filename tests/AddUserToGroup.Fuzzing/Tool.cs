using System.Diagnostics;
using System.Runtime.InteropServices;

namespace AddUserToGroup.Fuzzing;

/// <summary>Other programs: where they are, and running one to its end.</summary>
internal static class Tool
{
    /// <summary>The .NET host that runs this program.</summary>
    public static string DotNet { get; } = Path.GetFullPath(Path.Combine(
        RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));

    /// <returns>Its path; null where the PATH does not have it.</returns>
    public static string? Find(string name) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);

    /// <returns>Null where it succeeded; otherwise what it wrote.</returns>
    public static string? Run(string file, IEnumerable<string> arguments, params IEnumerable<(string Name, string Value)> environment)
    {
        var description = new ProcessStartInfo(file, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment)
        {
            description.Environment[name] = value;
        }

        using var process = Process.Start(description)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? null : output + errors.GetAwaiter().GetResult();
    }
}
