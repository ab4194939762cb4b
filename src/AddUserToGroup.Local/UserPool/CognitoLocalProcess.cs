using System.Diagnostics;

namespace AddUserToGroup.Local.UserPool;

/// <summary>cognito-local as a child process. It ends when its stdin does, so also when this process is killed.</summary>
internal sealed class CognitoLocalProcess : IAsyncDisposable
{
    private static readonly TimeSpan TimeToEnd = TimeSpan.FromSeconds(5);

    private readonly Process _process;
    private readonly DataFolder _data;

    private CognitoLocalProcess(Process process, DataFolder data, Uri endpoint) =>
        (_process, _data, Endpoint) = (process, data, endpoint);

    public Uri Endpoint { get; }

    /// <param name="directory">The folder that holds launcher.js and its packages.</param>
    /// <param name="port">0 for a free one.</param>
    /// <param name="issuerDomain">What the issuer of the tokens has before the pool's id.</param>
    /// <param name="data">Where it keeps its pools; disposed of when it has ended.</param>
    /// <param name="output">Shows what it writes; has to be safe for several threads.</param>
    /// <param name="cancellationToken">Gives up the start.</param>
    /// <exception cref="LocalStackException">It did not start.</exception>
    public static async Task<CognitoLocalProcess> StartAsync(
        string directory,
        int port,
        Uri issuerDomain,
        DataFolder data,
        TextWriter output,
        CancellationToken cancellationToken)
    {
        var process = Process.Start(ChildProcess.Describe(
            "node",
            directory,
            "--no-warnings",
            "launcher.js",
            $"{port}",
            issuerDomain.GetLeftPart(UriPartial.Authority),
            data.Path,
            data.IsKept ? "keep" : "remove"))!;
        _ = ChildProcess.RelayAsync(process.StandardError, output.WriteLine);
        var endpoint = default(Uri);
        try
        {
            endpoint = ReadAddress(await process.StandardOutput.ReadLineAsync(cancellationToken), port);
            _ = ChildProcess.RelayAsync(process.StandardOutput, output.WriteLine);
            return new(process, data, endpoint);
        }
        finally
        {
            if (endpoint is null)
            {
                await EndAsync(process, data);
            }
        }
    }

    public ValueTask DisposeAsync() => EndAsync(_process, _data);

    private static Uri ReadAddress(string? firstLine, int port) => firstLine?.Split(' ') switch
    {
        ["ready", var address] => new(address),
        ["failed", "EADDRINUSE"] => throw new LocalStackException(
            $"Port {port} on 127.0.0.1 is in use: stop what uses it, or choose another with --user-pool-port (0 for a free one)."),
        ["failed", var code] => throw new LocalStackException(
            $"The user pool could not listen on port {port} of 127.0.0.1 ({code}): choose another with --user-pool-port."),
        _ => throw new LocalStackException(
            "The user pool ended before it was ready: delete src/AddUserToGroup.Local/UserPool/node_modules and start again."),
    };

    private static async ValueTask EndAsync(Process process, DataFolder data)
    {
        process.StandardInput.Close();
        using var patience = new CancellationTokenSource(TimeToEnd);
        await process.WaitForExitAsync(patience.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
        }

        process.Dispose();
        data.Dispose();
    }
}
