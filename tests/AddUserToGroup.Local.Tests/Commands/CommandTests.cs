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
    public async Task Demo_shows_the_group_before_and_after_and_two_refusals()
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
        // As Visual Studio and PowerShell write it: with a byte order mark.
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, await File.ReadAllTextAsync(TestFunction.Event("not-an-administrator")), Encoding.UTF8);

        var result = await LocalCommand.RunAsync("invoke", file, "--function", TestFunction.Path);

        File.Delete(file);
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
    public async Task Invoke_names_a_file_that_is_missing() =>
        AssertOneSentence(
            await LocalCommand.RunAsync("invoke", "missing.json"), $"{Path.GetFullPath("missing.json")} cannot be read: ");

    [Theory]
    [InlineData("utf-8", " is not JSON: look at line 1.")]
    [InlineData("utf-16", " is UTF-16: save it as UTF-8.")]
    [InlineData("utf-16BE", " is UTF-16: save it as UTF-8.")]
    public async Task Invoke_names_a_file_that_it_cannot_take(string encoding, string sentence)
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, "{", Encoding.GetEncoding(encoding));

        var result = await LocalCommand.RunAsync("invoke", file);

        File.Delete(file);
        AssertOneSentence(result, $"{file}{sentence}");
    }

    [Fact]
    public async Task Names_a_function_that_is_missing() =>
        AssertOneSentence(await LocalCommand.RunAsync("demo", "--function", "missing.dll"), "There is no function at");

    [Fact]
    public async Task Says_that_Node_is_missing()
    {
        var result = await LocalCommand.RunAsync(WithoutTools, ["demo", "--function", TestFunction.Path]);

        AssertOneSentence(result, "there is no node on the PATH");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Names_all_ports_in_use_before_it_looks_for_anything_else(int taken)
    {
        using var one = new TcpListener(IPAddress.Loopback, 0);
        using var two = new TcpListener(IPAddress.Loopback, 0);
        int[] ports = [.. new[] { one, two }.Take(taken).Select(listener =>
        {
            listener.Start();
            return ((IPEndPoint)listener.LocalEndpoint).Port;
        })];

        var result = await LocalCommand.RunAsync(
            WithoutTools, ["--port", $"{ports[0]}", "--user-pool-port", $"{(taken == 2 ? ports[1] : 0)}", "--function", TestFunction.Path]);

        AssertOneSentence(result, $" {string.Join(" and ", ports)} on 127.0.0.1 cannot be used (");
        Assert.EndsWith("or start with --port 0 --user-pool-port 0 for free ones.", result.Errors.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rejects_one_port_for_both() =>
        AssertOneSentence(
            await LocalCommand.RunAsync(WithoutTools, ["--port", "8499", "--user-pool-port", "8499"]),
            "--port and --user-pool-port are both 8499: give each a port of its own, or 0 for a free one.");

    [ToolFact("linux", "node")]
    public async Task Names_a_temporary_folder_that_is_missing() =>
        AssertOneSentence(
            await LocalCommand.RunAsync(new() { ["TMPDIR"] = "/missing/folder" }, ["demo", "--function", TestFunction.Path]),
            "No folder can be made in /missing/folder");

    [Theory]
    [InlineData("65536")]
    [InlineData("http")]
    public async Task Rejects_what_is_no_port(string port)
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
