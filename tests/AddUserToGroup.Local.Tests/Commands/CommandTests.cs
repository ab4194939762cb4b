using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;

namespace AddUserToGroup.Local.Tests.Commands;

/// <summary>Each command as a process; an error is one sentence and exit code 1.</summary>
public sealed class CommandTests
{
    private static Dictionary<string, string?> WithoutTools => new() { ["PATH"] = "/missing" };

    [ToolFact("node")]
    public async Task Demo_shows_the_group_before_and_after_and_two_rejected_calls()
    {
        var result = await LocalCommand.RunAsync("demo", "--function", TestFunction.Path);

        Assert.Equal("", result.Errors);
        Assert.Equal(0, result.ExitCode);
        Assert.Contains("before: none", result.Output, StringComparison.Ordinal);
        Assert.Contains("after:  EDITORS", result.Output, StringComparison.Ordinal);
        Assert.Contains("Unauthorized: Not Authorized", result.Output, StringComparison.Ordinal);
        Assert.Contains("HTTP 401", result.Output, StringComparison.Ordinal);
    }

    [ToolFact("node")]
    public async Task Invoke_prints_the_response_to_stdout_and_the_audit_line_to_stderr()
    {
        // Visual Studio and PowerShell write a byte order mark.
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, await File.ReadAllTextAsync(TestFunction.Event("not-an-administrator")), Encoding.UTF8);

        var result = await LocalCommand.RunAsync("invoke", file, "--function", TestFunction.Path);

        File.Delete(file);
        Assert.Equal(0, result.ExitCode);
        Assert.Equal("Unauthorized", (string?)JsonNode.Parse(result.Output)!["error"]!["type"]);
        Assert.Equal("Unauthorized", (string?)JsonNode.Parse(result.Errors.TrimEnd().Split('\n')[^1])!["outcome"]);
    }

    [ToolFact("node")]
    public async Task Invoke_ends_with_1_if_the_function_throws()
    {
        var result = await LocalCommand.RunAsync("invoke", TestFunction.Event("batch"), "--function", TestFunction.Path);

        Assert.Equal(1, result.ExitCode);
        Assert.NotNull(JsonNode.Parse(result.Output)!["errorType"]);
    }

    [Theory]
    [InlineData("", "utf-8", " cannot be read: name a file such as those in tests/events.")]
    [InlineData("{", "utf-8", " is not JSON: look at line 1.")]
    [InlineData("{}", "utf-16", " is UTF-16: save it as UTF-8.")]
    public async Task Invoke_names_a_file_that_is_no_event(string content, string encoding, string sentence)
    {
        var folder = Directory.CreateTempSubdirectory("event-");
        var file = Path.Combine(folder.FullName, "event.json");
        if (content.Length > 0)
        {
            await File.WriteAllTextAsync(file, content, Encoding.GetEncoding(encoding));
        }

        var result = await LocalCommand.RunAsync("invoke", file);

        folder.Delete(recursive: true);
        AssertOneSentence(result, $"{file}{sentence}");
    }

    [Fact]
    public async Task Says_that_Node_is_missing() => AssertOneSentence(
        await LocalCommand.RunAsync(WithoutTools, ["demo", "--function", TestFunction.Path]), "there is no node on the PATH");

    [Theory]
    [InlineData("127.0.0.1", "127.0.0.1")]
    [InlineData("127.0.0.1", "::1")]
    public async Task Names_the_addresses_in_use_before_it_looks_for_anything_else(string address, string userPoolAddress)
    {
        using var one = new TcpListener(IPAddress.Parse(address), 0);
        using var two = new TcpListener(IPAddress.Parse(userPoolAddress), 0);
        one.Start();
        two.Start();
        var (port, userPoolPort) = (((IPEndPoint)one.LocalEndpoint).Port, ((IPEndPoint)two.LocalEndpoint).Port);

        var result = await LocalCommand.RunAsync(
            WithoutTools, ["--port", $"{port}", "--user-pool-port", $"{userPoolPort}", "--function", TestFunction.Path]);

        AssertOneSentence(result, $"The stack cannot listen on {one.LocalEndpoint} (");
        Assert.Contains($" and {two.LocalEndpoint} (", result.Errors, StringComparison.Ordinal);
        Assert.EndsWith("or start with --port 0 --user-pool-port 0 for free ports.", result.Errors.Trim(), StringComparison.Ordinal);
    }

    private static void AssertOneSentence(ToolResult result, string part)
    {
        Assert.Equal(1, result.ExitCode);
        Assert.Contains(part, result.Errors, StringComparison.Ordinal);
        Assert.Single(result.Errors.TrimEnd().Split('\n'));
        // npm's progress may come first, but nothing that looks like success.
        Assert.DoesNotContain("Ready", result.Output, StringComparison.Ordinal);
    }
}
