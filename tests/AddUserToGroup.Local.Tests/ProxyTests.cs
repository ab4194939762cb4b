using System.Net;
using System.Net.Sockets;
using AddUserToGroup.Local.Tests.Commands;

namespace AddUserToGroup.Local.Tests;

public sealed class ProxyTests
{
    [ToolFact("node")]
    public async Task Sends_none_of_the_stacks_own_requests_through_a_proxy()
    {
        // npm uses the proxy, so its packages come first.
        await NodeInstallation.EnsureAsync(BuildPaths.UserPool, "The user pool", TextWriter.Null, CancellationToken.None);
        using var proxy = new TcpListener(IPAddress.Loopback, 0);
        proxy.Start();
        var address = $"http://{proxy.LocalEndpoint}";

        var result = await LocalCommand.RunAsync(
            new()
            {
                ["HTTP_PROXY"] = address,
                ["http_proxy"] = address,
                ["HTTPS_PROXY"] = address,
                ["ALL_PROXY"] = address,
                ["NO_PROXY"] = null,
                ["no_proxy"] = null,
            },
            ["demo", "--function", TestFunction.Path]);

        Assert.Equal(0, result.ExitCode);
        Assert.False(proxy.Pending());
    }
}
