using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace AddUserToGroup.Local.Tests.Commands;

/// <summary>The local stack as a process of its own, ready. Linux alone: it asks /proc for the children.</summary>
internal sealed partial class RunningStack : IDisposable
{
    private static readonly string[] Arguments = ["--port", "0", "--user-pool-port", "0", "--function", TestFunction.Path];

    private readonly Dictionary<string, Uri> _addresses = [];

    private RunningStack(Process host) => Host = host;

    public Process Host { get; }

    public Uri GraphQL => _addresses["GraphQL"];

    public Uri Lambda => _addresses["Lambda"];

    public Uri UserPool => _addresses["User pool"];

    /// <summary>Of the app client.</summary>
    public string ClientId { get; private set; } = "";

    /// <summary>And theirs.</summary>
    public IReadOnlyList<Process> Children => [.. ChildrenOf(Host.Id)];

    /// <summary>What the host writes to standard error from "Ready" until it ends.</summary>
    public Task<string> Errors { get; private set; } = Task.FromResult("");

    public Process UserPoolProcess => Children.Single(child => CommandLine(child).Contains("launcher.js", StringComparison.Ordinal));

    public Process FunctionProcess => Children.Single(child => CommandLine(child).Contains(TestFunction.Path, StringComparison.Ordinal));

    public static Task<RunningStack> StartAsync(params IEnumerable<string> arguments) =>
        StartAsync(LocalCommand.Start([.. Arguments, .. arguments]));

    /// <summary>Its host is <c>dotnet run</c>, whose child is the stack.</summary>
    public static Task<RunningStack> StartWithDotNetRunAsync() => StartAsync(LocalCommand.StartWithDotNetRun(Arguments));

    private static async Task<RunningStack> StartAsync(Process host)
    {
        var stack = new RunningStack(host);
        while (stack.ClientId.Length == 0)
        {
            var line = await stack.Host.StandardOutput.ReadLineAsync()
                ?? throw new InvalidOperationException(await stack.Host.StandardError.ReadToEndAsync());
            if (AddressLine.Match(line) is { Success: true } match)
            {
                stack._addresses[match.Groups["name"].Value] = new(match.Groups["address"].Value);
                stack.ClientId = match.Groups["client"].Value;
            }
        }

        // A pipe that nobody reads would stop the host once it is full.
        _ = stack.Host.StandardOutput.ReadToEndAsync();
        stack.Errors = stack.Host.StandardError.ReadToEndAsync();
        return stack;
    }

    /// <summary>Sends a signal to the host alone, and waits until it and all of its children are gone.</summary>
    public async Task EndAsync(string signal)
    {
        var children = Children;
        using var kill = Process.Start("kill", [$"-{signal}", $"{Host.Id}"]);
        await WaitForEndAsync(children);
    }

    /// <summary>Waits until the host and all of these children are gone.</summary>
    public async Task WaitForEndAsync(IEnumerable<Process> children) =>
        // Bounded only so that a wait without end fails instead of hanging.
        await Task.WhenAll(children.Append(Host).Select(process => process.WaitForExitAsync())).WaitAsync(TimeSpan.FromMinutes(2));

    public void Dispose() => Host.Dispose();

    private static IEnumerable<Process> ChildrenOf(int parent) =>
        from thread in Directory.GetDirectories($"/proc/{parent}/task")
        from child in File.ReadAllText(Path.Combine(thread, "children")).Split(' ', StringSplitOptions.RemoveEmptyEntries)
        let id = int.Parse(child, CultureInfo.InvariantCulture)
        from process in ChildrenOf(id).Prepend(Process.GetProcessById(id))
        select process;

    private static string CommandLine(Process process) => File.ReadAllText($"/proc/{process.Id}/cmdline");

    [GeneratedRegex(@"^ +(?<name>GraphQL|Lambda|User pool) +(?<address>http://[^ ]+)(.*app client (?<client>\w+))?")]
    private static partial Regex AddressLine { get; }
}
