using System.Diagnostics;
using System.Net.NetworkInformation;
using System.Net.Sockets;

namespace AddUserToGroup.Local.UserPool;

/// <summary>launcher.js as a child process. It ends when its stdin ends, so also when this process is killed.</summary>
internal sealed class CognitoLocalProcess : IAsyncDisposable
{
    private static readonly TimeSpan ShutdownTimeout = TimeSpan.FromSeconds(5);

    private readonly Process _process;

    private CognitoLocalProcess(Process process, Uri endpoint) =>
        (_process, Endpoint, Failed) = (process, endpoint, DescribeEndAsync(process));

    public Uri Endpoint { get; }

    /// <summary>Completes when the process has ended, with a sentence that says why.</summary>
    public Task<string> Failed { get; }

    /// <param name="directory">The folder that contains launcher.js and its packages.</param>
    /// <param name="port">0 for a free one.</param>
    /// <param name="servesContainers">Whether containers on this machine may call it.</param>
    /// <param name="output">Shows what the process writes; must be safe for several threads.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <exception cref="LocalStackException">It did not start.</exception>
    public static async Task<CognitoLocalProcess> StartAsync(
        string directory, int port, bool servesContainers, TextWriter output, CancellationToken cancellationToken)
    {
        var process = Process.Start(ChildProcess.Describe(
            "node",
            directory,
            "launcher.js",
            $"{port}",
            UserPoolSettings.Read().ToJsonString(),
            servesContainers ? "containers" : "",
            servesContainers ? BridgeAddress() : ""))!;
        _ = ChildProcess.RelayAsync(process.StandardError, output.WriteLine);
        var endpoint = default(Uri);
        try
        {
            endpoint = await ReadAddressAsync(process, cancellationToken);
            _ = ChildProcess.RelayAsync(process.StandardOutput, output.WriteLine);
            return new(process, endpoint);
        }
        finally
        {
            if (endpoint is null)
            {
                await EndAsync(process);
            }
        }
    }

    public ValueTask DisposeAsync() => EndAsync(_process);

    // Node.js does not list an interface that no container uses yet.
    private static string BridgeAddress() => NetworkInterface.GetAllNetworkInterfaces()
        .Where(network => network.Name == "docker0")
        .SelectMany(network => network.GetIPProperties().UnicastAddresses)
        .FirstOrDefault(address => address.Address.AddressFamily == AddressFamily.InterNetwork)?.Address.ToString() ?? "";

    private static async Task<Uri> ReadAddressAsync(Process process, CancellationToken cancellationToken)
    {
        var line = await process.StandardOutput.ReadLineAsync(cancellationToken);
        if (line?.Split(' ') is ["ready", var address])
        {
            return new(address);
        }

        if (line?.Split(' ') is ["failed", var code])
        {
            throw new LocalStackException(
                $"The user pool cannot listen on its port ({code}): choose another with --user-pool-port (0 for a free one).");
        }

        await process.WaitForExitAsync(cancellationToken);
        throw new LocalStackException($"The user pool ended before it was ready, {Reason(process.ExitCode)}: see what it wrote above.");
    }

    private static async Task<string> DescribeEndAsync(Process process)
    {
        var id = process.Id;
        await process.WaitForExitAsync();
        return $"The user pool (process {id}) has ended, {Reason(process.ExitCode)}, and the stack ends with it: start it again.";
    }

    // .NET reports 128 plus the signal's number, as shells do.
    private static string Reason(int exitCode) =>
        exitCode > 128 && !OperatingSystem.IsWindows() ? $"killed by signal {exitCode - 128}" : $"with exit code {exitCode}";

    private static async ValueTask EndAsync(Process process)
    {
        process.StandardInput.Close();
        using var timeout = new CancellationTokenSource(ShutdownTimeout);
        await process.WaitForExitAsync(timeout.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
        }

        process.Dispose();
    }
}
