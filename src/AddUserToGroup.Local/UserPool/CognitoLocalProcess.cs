using System.Diagnostics;

namespace AddUserToGroup.Local.UserPool;

/// <summary>cognito-local as a child process. It ends when its stdin does, so also when this process is killed.</summary>
internal sealed class CognitoLocalProcess : IAsyncDisposable
{
    private static readonly TimeSpan TimeToEnd = TimeSpan.FromSeconds(5);

    private readonly Process _process;
    private readonly DataFolder _data;

    private CognitoLocalProcess(Process process, DataFolder data, Uri endpoint) =>
        (_process, _data, Endpoint, Failed) = (process, data, endpoint, DescribeEndAsync(process));

    public Uri Endpoint { get; }

    /// <summary>Ends when the process has, with a sentence that says why.</summary>
    public Task<string> Failed { get; }

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
            endpoint = await ReadAddressAsync(process, data, cancellationToken);
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

    private static async Task<Uri> ReadAddressAsync(Process process, DataFolder data, CancellationToken cancellationToken)
    {
        var line = await process.StandardOutput.ReadLineAsync(cancellationToken);
        if (line?.Split(' ') is ["ready", var address])
        {
            return new(address);
        }

        if (line?.Split(' ') is ["failed", var code])
        {
            throw new LocalStackException($"The user pool cannot listen on its port ({code}): choose another with --user-pool-port (0 for a free one).");
        }

        await process.WaitForExitAsync(cancellationToken);
        throw new LocalStackException(
            $"The user pool ended before it was ready, {Reason(process.ExitCode)}: see what it wrote above"
            + (data.IsKept ? $", mend {data.Path} or name another folder with --data." : "."));
    }

    private static async Task<string> DescribeEndAsync(Process process)
    {
        var id = process.Id;
        await process.WaitForExitAsync();
        return $"The user pool (process {id}) has ended, {Reason(process.ExitCode)}, and the stack ends with it: start it again.";
    }

    // .NET says 128 and the signal's number, as shells do.
    private static string Reason(int exitCode) =>
        exitCode > 128 && !OperatingSystem.IsWindows() ? $"killed by signal {exitCode - 128}" : $"with exit code {exitCode}";

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
