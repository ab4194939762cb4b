using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;

namespace AddUserToGroup.Local.Tests.Commands;

public sealed class CommandTests
{
    [ToolFact("node")]
    public async Task The_demo_shows_the_group_before_and_after_and_two_refusals()
    {
        var result = await LocalCommand.RunAsync("demo", "--function", TestFunction.Path);

        Assert.Equal("", result.Errors);
        Assert.Equal(0, result.ExitCode);
        Assert.Contains("before: none", result.Output, StringComparison.Ordinal);
        Assert.Contains("after:  EDITORS", result.Output, StringComparison.Ordinal);
        Assert.Contains("""errorType":"Unauthorized""", result.Output, StringComparison.Ordinal);
        Assert.Contains("HTTP 401", result.Output, StringComparison.Ordinal);
    }

    [ToolFact("node")]
    public async Task Invoke_prints_the_answer_to_stdout_and_the_audit_line_to_stderr()
    {
        var result = await LocalCommand.RunAsync("invoke", TestFunction.Event("not-an-administrator"), "--function", TestFunction.Path);

        Assert.Equal(0, result.ExitCode);
        Assert.Equal("Unauthorized", (string?)JsonNode.Parse(result.Output)!["error"]!["type"]);
        Assert.Equal("Unauthorized", (string?)JsonNode.Parse(result.Errors.TrimEnd().Split('\n')[^1])!["outcome"]);
    }

    [ToolFact("node")]
    public async Task Invoke_ends_with_1_where_the_function_failed()
    {
        var result = await LocalCommand.RunAsync("invoke", TestFunction.Event("batch"), "--function", TestFunction.Path);

        Assert.Equal(1, result.ExitCode);
        Assert.NotNull(JsonNode.Parse(result.Output)!["errorType"]);
    }

    [Fact]
    public async Task Invoke_of_a_missing_file_is_an_error_of_one_sentence() =>
        AssertOneSentence(await LocalCommand.RunAsync("invoke", "missing.json"), "missing.json cannot be read");

    [Fact]
    public async Task Invoke_of_a_file_that_is_not_JSON_is_an_error_of_one_sentence()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, "{");

        var result = await LocalCommand.RunAsync("invoke", file);

        File.Delete(file);
        AssertOneSentence(result, "is not JSON");
    }

    [Fact]
    public async Task A_missing_function_is_an_error_of_one_sentence() =>
        AssertOneSentence(await LocalCommand.RunAsync("demo", "--function", "missing.dll"), "There is no function at");

    [Fact]
    public async Task A_missing_Node_is_an_error_of_one_sentence()
    {
        var empty = Directory.CreateTempSubdirectory();

        var result = await LocalCommand.RunAsync(empty.FullName, ["demo", "--function", TestFunction.Path]);

        empty.Delete();
        AssertOneSentence(result, "there is no node on the PATH");
    }

    [ToolTheory("node")]
    [InlineData("--port", "--user-pool-port")]
    [InlineData("--user-pool-port", "--port")]
    public async Task A_port_in_use_is_an_error_of_one_sentence(string taken, string free)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;

        var result = await LocalCommand.RunAsync(taken, $"{port}", free, "0", "--function", TestFunction.Path);

        AssertOneSentence(result, $"Port {port} on 127.0.0.1 is in use");
        Assert.Contains($"with {taken} (", result.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("65536")]
    [InlineData("http")]
    public async Task What_is_no_port_is_refused(string port)
    {
        var result = await LocalCommand.RunAsync("--port", port);

        Assert.Equal(1, result.ExitCode);
        Assert.Equal("--port takes a number from 0 to 65535.", result.Errors.Trim());
    }

    private static void AssertOneSentence(ToolResult result, string part)
    {
        Assert.Equal(1, result.ExitCode);
        Assert.Contains(part, result.Errors, StringComparison.Ordinal);
        Assert.Single(result.Errors.TrimEnd().Split('\n'));
        // On a first start, npm's progress comes before; nothing that looks like success does.
        Assert.DoesNotContain("Ready", result.Output, StringComparison.Ordinal);
    }
}
