using System.ComponentModel;
using System.Diagnostics;

namespace AddUserToGroup.Packaging.Audit;

/// <summary>A program that is run to its end for what it writes to standard output, in a folder of the repository.</summary>
internal static class Tool
{
    public static async Task<string> ReadAsync(
        string program, string folder, IReadOnlyList<string> arguments, CancellationToken stop)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Path.Combine(Repository.Folder, folder),
            RedirectStandardOutput = true,
        };
        try
        {
            using var process = Process.Start(start)!;
            var output = await process.StandardOutput.ReadToEndAsync(stop);
            await process.WaitForExitAsync(stop);
            return output;
        }
        catch (Win32Exception)
        {
            throw new PackagingException($"The audit needs {program} on the PATH.");
        }
    }
}
