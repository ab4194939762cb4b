using System.Text.RegularExpressions;
using AddUserToGroup.Local.Tests.Commands;

namespace AddUserToGroup.Local.Tests.Page;

/// <summary>The command that serves the page for what was deployed.</summary>
public sealed partial class PageCommandTests
{
    private const string Outputs = """
        [
          {"OutputKey": "GraphQLUrl", "OutputValue": "https://abc.appsync-api.eu-west-1.amazonaws.com/graphql"},
          {"OutputKey": "UserPoolId", "OutputValue": "eu-west-1_AbCdEf123"},
          {"OutputKey": "Region", "OutputValue": "eu-west-1"}
        ]
        """;

    [ToolFact("node")]
    public async Task Serves_the_page_for_the_outputs_in_a_file_and_what_is_given_in_their_place()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, Outputs);
        using var host = LocalCommand.Start("page", file, "--user-pool-client-id", "1example23456789", "--port", "0");
        try
        {
            var address = default(Match);
            while (address is not { Success: true })
            {
                address = PageLine.Match(await host.StandardOutput.ReadLineAsync()
                    ?? throw new InvalidOperationException(await host.StandardError.ReadToEndAsync()));
            }

            using var http = new HttpClient();
            using var page = await http.GetAsync(address.Groups["address"].Value);

            Assert.Contains("1example23456789", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            Assert.Contains(
                "connect-src https://cognito-idp.eu-west-1.amazonaws.com https://abc.appsync-api.eu-west-1.amazonaws.com; ",
                page.Headers.GetValues("Content-Security-Policy").Single(),
                StringComparison.Ordinal);
        }
        finally
        {
            host.Kill(entireProcessTree: true);
            File.Delete(file);
        }
    }

    [Fact]
    public async Task Reads_the_outputs_from_stdin_and_names_the_one_that_is_missing() => AssertOneSentence(
        "There is no UserPoolClientId among the stack's outputs: give it with --user-pool-client-id.", await RunAsync(Outputs, "page"));

    [Fact]
    public async Task Says_so_where_nothing_comes_on_stdin() => AssertOneSentence(
        "This is not the JSON of a stack's outputs: print them with sam list stack-outputs --stack-name <stack> --output json.",
        await RunAsync("", "page"));

    [Fact]
    public async Task Names_a_file_that_it_cannot_read() => AssertOneSentence(
        $"{Path.GetFullPath("missing.json")} cannot be read: name a file with the JSON of the stack's outputs.",
        await RunAsync("", "page", "missing.json"));

    [Fact]
    public async Task Takes_no_endpoint_that_would_send_passwords_in_the_clear() => AssertOneSentence(
        "--user-pool-endpoint takes an https URL, or an http one on this machine.",
        await RunAsync(Outputs, "page", "--user-pool-client-id", "c", "--user-pool-endpoint", "http://pool.example.com"));

    private static Task<ToolResult> RunAsync(string input, params string[] arguments) =>
        Tool.RunAsync(Tool.DotNet, [typeof(LocalStack).Assembly.Location, .. arguments], input: input);

    private static void AssertOneSentence(string sentence, ToolResult result)
    {
        Assert.Equal(sentence, result.Errors.Trim());
        Assert.Equal(1, result.ExitCode);
    }

    [GeneratedRegex(@"^ +Page +(?<address>http://[^ ]+)")]
    private static partial Regex PageLine { get; }
}
