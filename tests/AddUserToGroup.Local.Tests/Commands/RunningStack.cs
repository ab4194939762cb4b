using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace AddUserToGroup.Local.Tests.Commands;

/// <summary>The local stack as a process of its own, ready. It needs Linux, whose /proc lists the children.</summary>
internal sealed partial class RunningStack : IDisposable
{
    private static readonly string[] Arguments = ["--port", "0", "--user-pool-port", "0", "--function", TestFunction.Path];

    private RunningStack(Process host, Uri lambda)
    {
        (Host, Lambda) = (host, lambda);
        // A pipe that nobody reads stops the host once it is full.
        _ = host.StandardOutput.ReadToEndAsync();
        Errors = host.StandardError.ReadToEndAsync();
    }

    public Process Host { get; }

    public Uri Lambda { get; }

    /// <summary>The host's standard error from "Ready" to its end.</summary>
    public Task<string> Errors { get; }

    /// <summary>The child processes and their children.</summary>
    public IReadOnlyList<Process> Children => [.. ChildrenOf(Host.Id)];

    public Process UserPoolProcess =>
        Children.Single(child => File.ReadAllText($"/proc/{child.Id}/cmdline").Contains("launcher.js", StringComparison.Ordinal));

    public static Task<RunningStack> StartAsync() => ReadAsync(LocalCommand.Start(Arguments));

    /// <summary>Its host is <c>dotnet run</c>, whose child is the stack.</summary>
    public static Task<RunningStack> StartWithDotNetRunAsync() => ReadAsync(LocalCommand.StartWithDotNetRun(Arguments));

    /// <summary>Sends a signal to the host alone, and waits until it and all of its children have ended.</summary>
    public async Task EndAsync(string signal)
    {
        var children = Children;
        using var kill = Process.Start("kill", [$"-{signal}", $"{Host.Id}"]);
        await WaitForEndAsync(children);
    }

    /// <summary>Waits until the host and all of these children have ended.</summary>
    public async Task WaitForEndAsync(IEnumerable<Process> children) =>
        // The limit only makes a wait without end fail.
        await Task.WhenAll(children.Append(Host).Select(process => process.WaitForExitAsync())).WaitAsync(TimeSpan.FromMinutes(2));

    public void Dispose() => Host.Dispose();

    private static async Task<RunningStack> ReadAsync(Process host)
    {
        while (await host.StandardOutput.ReadLineAsync() is { } line)
        {
            if (LambdaLine.Match(line) is { Success: true } match)
            {
                return new(host, new(match.Groups["address"].Value));
            }
        }

        throw new InvalidOperationException(await host.StandardError.ReadToEndAsync());
    }

    private static IEnumerable<Process> ChildrenOf(int parent) =>
        from thread in Directory.GetDirectories($"/proc/{parent}/task")
        from child in File.ReadAllText(Path.Combine(thread, "children")).Split(' ', StringSplitOptions.RemoveEmptyEntries)
        let id = int.Parse(child, CultureInfo.InvariantCulture)
        from process in ChildrenOf(id).Prepend(Process.GetProcessById(id))
        select process;

    [GeneratedRegex("^ +Lambda +(?<address>http://[^ ]+)")]
    private static partial Regex LambdaLine { get; }
}
