using System.Net;
using System.Net.Sockets;

namespace AddUserToGroup.Local.Tests.Commands;

/// <summary>npm itself, with registries of the tests' own.</summary>
public sealed class NodeInstallationTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("installation-");
    private readonly StringWriter _output = new();

    private string Package => Path.Combine(_folder.FullName, "node_modules", "a-package", "package.json");

    [ToolFact("node")]
    public async Task Installs_development_packages_under_NODE_ENV_production_even_over_an_installation_without_them()
    {
        await using var registry = await NpmRegistry.StartAsync();
        await DependAsync(registry.Address);
        (await Tool.RunAsync("npm", ["install", "--omit=dev"], _folder.FullName)).AssertSuccess();
        Assert.False(File.Exists(Package));
        Environment.SetEnvironmentVariable("NODE_ENV", "production");
        try
        {
            await InstallAsync();
        }
        finally
        {
            Environment.SetEnvironmentVariable("NODE_ENV", null);
        }

        Assert.True(File.Exists(Package));
        Assert.Contains($"The part: installing npm packages from {registry.Address}/ (only once) ...", _output.ToString(), StringComparison.Ordinal);
    }

    [ToolFact("node")]
    public async Task Installs_nothing_if_all_packages_are_there()
    {
        await using (var registry = await NpmRegistry.StartAsync())
        {
            await DependAsync(registry.Address);
            (await Tool.RunAsync("npm", ["install"], _folder.FullName)).AssertSuccess();
        }

        await InstallAsync();

        Assert.Empty(_output.ToString());
    }

    [ToolTheory("node")]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Names_a_registry_that_is_out_of_reach_when_npm_gives_up_and_does_not_try_again(bool accepts)
    {
        using var registry = new TcpListener(IPAddress.Loopback, 0);
        registry.Start();
        var address = $"http://{registry.LocalEndpoint}/";
        if (!accepts)
        {
            registry.Stop();
        }

        await DependAsync(address);

        var failure = await FailAsync();
        var output = _output.ToString();

        Assert.StartsWith($"npm cannot reach its registry {address} (", failure, StringComparison.Ordinal);
        Assert.Contains(" attempt 1 failed with ", output, StringComparison.Ordinal);
        Assert.Equal(failure, await FailAsync());
        Assert.Equal(output, _output.ToString());
    }

    [ToolTheory("node")]
    [InlineData(401, false, "npm is not allowed to use its registry {0} (E401): ")]
    [InlineData(407, true, "npm is not allowed to use its registry http://registry.invalid/ (proxy {0}) (E407): ")]
    [InlineData(404, false, "npm failed with its registry {0} (E404): ")]
    public async Task Names_the_registry_and_the_proxy_that_reject_npm_and_shows_what_npm_says(int status, bool isProxy, string sentence)
    {
        await using var server = await NpmRegistry.StartAsync(status);
        await DependAsync(isProxy ? $"http://registry.invalid\nproxy={server.Address}" : server.Address);

        var failure = await FailAsync();

        Assert.StartsWith(sentence.Replace("{0}", $"{server.Address}/", StringComparison.Ordinal), failure, StringComparison.Ordinal);
        Assert.Contains($"code E{status}", _output.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain($"npm http fetch GET {status}", _output.ToString(), StringComparison.Ordinal);
    }

    [ToolFact("node")]
    public async Task Names_a_folder_that_cannot_be_written_to()
    {
        await DependAsync("http://127.0.0.1:9");
        // A file instead of the folder holds for an administrator of the machine, too.
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, ".local"), "");

        Assert.StartsWith($"{_folder.FullName} cannot be written to (", await FailAsync(), StringComparison.Ordinal);
        Assert.Empty(_output.ToString());
    }

    public void Dispose()
    {
        _output.Dispose();
        _folder.Delete(recursive: true);
    }

    private Task InstallAsync() =>
        NodeInstallation.EnsureAsync(_folder.FullName, "The part", TextWriter.Synchronized(_output), CancellationToken.None);

    private async Task<string> FailAsync() => (await Assert.ThrowsAsync<LocalStackException>(InstallAsync)).Message;

    private async Task DependAsync(string registry)
    {
        await WriteAsync("package.json", """{"devDependencies":{"a-package":"1.0.0"}}""");
        await WriteAsync(
            "package-lock.json",
            """
            {"lockfileVersion":3,"packages":{"":{"devDependencies":{"a-package":"1.0.0"}},"node_modules/a-package":{"version":"1.0.0","dev":true}}}
            """);
        await WriteAsync(
            ".npmrc",
            $"registry={registry}\ncache={Path.Combine(_folder.FullName, "cache")}\nfetch-timeout=500\nfetch-retries=1\nfetch-retry-mintimeout=1\n");
    }

    private Task WriteAsync(string name, string text) => File.WriteAllTextAsync(Path.Combine(_folder.FullName, name), text);
}
