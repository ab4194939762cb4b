using System.Net;
using System.Net.Sockets;
using AddUserToGroup.Local;
using Microsoft.Extensions.Time.Testing;

namespace AddUserToGroup.Local.Tests.Commands;

public sealed class NodeInstallationTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("installation-");
    private readonly StringWriter _output = new();

    [ToolFact("node")]
    public async Task Names_a_registry_that_does_not_answer_and_gives_it_up()
    {
        using var registry = new TcpListener(IPAddress.Loopback, 0);
        registry.Start();
        await DependAsync("http://" + registry.LocalEndpoint);
        var (time, installing) = Install();
        // npm has asked, and waits.
        using var request = await registry.AcceptTcpClientAsync();

        time.Advance(TimeSpan.FromSeconds(4));
        var firstWord = _output.ToString();
        time.Advance(TimeSpan.FromSeconds(25));

        var failure = await Assert.ThrowsAsync<LocalStackException>(() => installing);
        Assert.Contains("npm has had no answer from its registry yet", firstWord, StringComparison.Ordinal);
        Assert.StartsWith("npm has had no answer from its registry for 25 seconds: ", failure.Message, StringComparison.Ordinal);
    }

    [ToolFact("node")]
    public async Task Shows_what_npm_complains_of_above_the_error()
    {
        await using var registry = LoopbackHost.CreateBuilder(port: 0).Build();
        await registry.StartAsync();
        await DependAsync(registry.Urls.Single());

        var failure = await Assert.ThrowsAsync<LocalStackException>(() => Install().Installing);

        Assert.StartsWith($"npm ci in {_folder.FullName} ended with exit code 1: ", failure.Message, StringComparison.Ordinal);
        Assert.Contains("E404", _output.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("npm http", _output.ToString(), StringComparison.Ordinal);
    }

    [ToolFact("node")]
    public async Task Names_a_folder_that_cannot_be_written_to()
    {
        await DependAsync("http://127.0.0.1:9");
        // Holds for an administrator of the machine, too.
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, ".local"), "");

        var failure = await Assert.ThrowsAsync<LocalStackException>(() => Install().Installing);

        Assert.StartsWith($"{_folder.FullName} cannot be written to (", failure.Message, StringComparison.Ordinal);
        Assert.Empty(_output.ToString());
    }

    [ToolFact("node")]
    public async Task Writes_nothing_where_all_is_installed()
    {
        await DependAsync("http://127.0.0.1:9");
        var modules = _folder.CreateSubdirectory("node_modules");
        File.Copy(Path.Combine(_folder.FullName, "package-lock.json"), Path.Combine(modules.FullName, ".installed"));
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, ".local"), "");

        await Install().Installing;

        Assert.Empty(_output.ToString());
    }

    public void Dispose()
    {
        _output.Dispose();
        _folder.Delete(recursive: true);
    }

    private (FakeTimeProvider Time, Task Installing) Install()
    {
        var time = new FakeTimeProvider();
        return (time, NodeInstallation.EnsureAsync(_folder.FullName, "The part", TextWriter.Synchronized(_output), CancellationToken.None, time));
    }

    private async Task DependAsync(string registry)
    {
        await WriteAsync("package.json", """{"dependencies":{"a-package":"1.0.0"}}""");
        await WriteAsync(
            "package-lock.json",
            """
            {"lockfileVersion":3,"packages":{"":{"dependencies":{"a-package":"1.0.0"}},"node_modules/a-package":{"version":"1.0.0"}}}
            """);
        await WriteAsync(".npmrc", $"registry={registry}\ncache={Path.Combine(_folder.FullName, "cache")}\nfetch-retries=0\n");
    }

    private Task WriteAsync(string name, string text) => File.WriteAllTextAsync(Path.Combine(_folder.FullName, name), text);
}
