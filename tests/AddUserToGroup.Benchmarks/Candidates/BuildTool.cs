using AddUserToGroup.Shared.Tools;

namespace AddUserToGroup.Benchmarks.Candidates;

/// <summary>Programs that candidates are built with.</summary>
internal static class BuildTool
{
    /// <exception cref="UnavailableException">It failed or took too long; the message has the reason that it gave.</exception>
    public static async Task RunAsync(string file, string folder, IEnumerable<string> arguments, CancellationToken stop)
    {
        try
        {
            var result = await Tool.RunAsync(file, arguments, folder, stop: stop);
            if (result.ExitCode != 0)
            {
                throw new UnavailableException($"{Path.GetFileName(file)} failed: {Reason(result.Output + result.Errors)}");
            }
        }
        catch (TimeoutException exception)
        {
            throw new UnavailableException(exception.Message);
        }
    }

    // Compilers, MSBuild and npm all say "error" where they say what is wrong.
    private static string Reason(string text)
    {
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return Array.Find(lines, line => line.Contains("error", StringComparison.OrdinalIgnoreCase))
            ?? lines.LastOrDefault("no reason given");
    }
}
