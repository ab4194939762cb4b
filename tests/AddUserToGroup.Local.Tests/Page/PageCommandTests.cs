using System.Text.RegularExpressions;
using AddUserToGroup.Local.Page;
using AddUserToGroup.Local.Tests.Commands;

namespace AddUserToGroup.Local.Tests.Page;

/// <summary>The command that serves the page for a deployed stack, and the outputs that it takes.</summary>
public sealed partial class PageCommandTests
{
    private const string Outputs = """
        [
          {"OutputKey": "GraphQLUrl", "OutputValue": "https://abc.appsync-api.eu-west-1.amazonaws.com/graphql", "Description": "d"},
          {"OutputKey": "UserPoolId", "OutputValue": "eu-west-1_AbCdEf123"},
          {"OutputKey": "UserPoolClientId", "OutputValue": "1example23456789"},
          {"OutputKey": "Region", "OutputValue": "eu-west-1"}
        ]
        """;

    private const string Cdk = """
        {
          "Network": {"VpcId": "vpc-1"},
          "Users": {
            "GraphQLUrl": "https://abc.appsync-api.eu-west-1.amazonaws.com/graphql", "UserPoolId": "eu-west-1_AbCdEf123",
            "UserPoolClientId": "1example23456789", "Region": "eu-west-1"
          }
        }
        """;

    private const string NotOutputs =
        "This is not the JSON of one stack's outputs: print them with sam list stack-outputs --stack-name <stack> "
        + "--output json, or give --user-pool-id, --user-pool-client-id, --graphql-url, --region.";

    [Theory]
    [InlineData(Outputs)]
    [InlineData($$"""{"Stacks": [{"StackName": "s", "Outputs": {{Outputs}}}]}""")]
    [InlineData($$"""{"StackName": "s", "Outputs": {{Outputs}}}""")]
    [InlineData(Cdk)]
    public void Takes_the_outputs_in_every_form(string json)
    {
        var settings = ToSettings(json);

        Assert.Equal("eu-west-1_AbCdEf123", settings.UserPoolId);
        Assert.Equal("1example23456789", settings.UserPoolClientId);
        Assert.Equal("https://abc.appsync-api.eu-west-1.amazonaws.com/graphql", settings.GraphQLUrl.ToString());
        Assert.Equal("https://cognito-idp.eu-west-1.amazonaws.com/", settings.UserPoolEndpoint.ToString());
        Assert.Equal("https://cognito-idp.cn-north-1.amazonaws.com.cn/", ToSettings(json, ("Region", "cn-north-1")).UserPoolEndpoint.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("Stack s does not exist")]
    [InlineData("""{"Stacks": []}""")]
    [InlineData("""{"One": {"Region": "r"}, "Two": {"Region": "r"}}""")]
    [InlineData("""[{"Key": "Region"}]""")]
    public void Names_its_four_options_if_it_gets_anything_else(string text) =>
        Assert.Equal(NotOutputs, Assert.Throws<LocalStackException>(() => StackOutputs.Parse(text)).Message);

    [Theory]
    [InlineData("GraphQLUrl", "http://abc.example.com/graphql")]
    [InlineData("GraphQLUrl", "https://abc.example.com;script-src/graphql")]
    [InlineData("GraphQLUrl", "https://user@abc.example.com/graphql")]
    [InlineData("UserPoolId", "eu-west-1")]
    [InlineData("UserPoolClientId", "<client>")]
    [InlineData("Region", "eu-west-1.example.com/")]
    public void Names_an_output_that_is_malformed(string name, string value) => Assert.StartsWith(
        $"{name} is \"{value}\", which is not ",
        Assert.Throws<LocalStackException>(() => ToSettings(Outputs, (name, value))).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Names_all_outputs_that_are_missing() => Assert.Equal(
        "The stack's outputs lack UserPoolClientId, GraphQLUrl: give --user-pool-client-id, --graphql-url.",
        Assert.Throws<LocalStackException>(() => ToSettings(Outputs, ("GraphQLUrl", ""), ("UserPoolClientId", ""))).Message);

    [ToolFact("node")]
    public async Task Serves_the_page_on_another_port_than_the_local_stack_and_warns_of_a_host_that_is_not_AppSyncs()
    {
        using var host = LocalCommand.Start(
            "page", "--user-pool-id", "eu-west-1_AbCdEf123", "--user-pool-client-id", "1example", "--region", "eu-west-1",
            "--graphql-url", "https://api.example.com/graphql");
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

            Assert.NotEqual(8490, page.RequestMessage!.RequestUri!.Port);
            Assert.Contains(
                "connect-src https://cognito-idp.eu-west-1.amazonaws.com https://api.example.com; ",
                await page.Content.ReadAsStringAsync(),
                StringComparison.Ordinal);
            Assert.Equal("frame-ancestors 'none'", page.Headers.GetValues("Content-Security-Policy").Single());
            Assert.Equal("same-origin", page.Headers.GetValues("Cross-Origin-Opener-Policy").Single());
            Assert.Equal("nosniff", page.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.Equal(
                "Warning: api.example.com is not a host of AppSync. The page sends it the tokens of whoever signs in: "
                + "use it only if this is your API's own domain name.",
                await host.StandardError.ReadLineAsync());
        }
        finally
        {
            host.Kill(entireProcessTree: true);
        }
    }

    [Theory]
    [InlineData("cannot be read: name a file with the JSON of the stack's outputs.", "missing.json")]
    [InlineData("--user-pool-endpoint takes an https URL, or an http one on this machine.", "--user-pool-endpoint", "http://pool.example.com")]
    [InlineData("Port 8490 is the local stack's", "--port", "8490")]
    public async Task Ends_with_one_sentence_if_it_cannot_serve_the_page(string sentence, params string[] arguments)
    {
        var result = await RunAsync(Outputs, ["page", .. arguments]);

        Assert.Contains(sentence, Assert.Single(result.Errors.Trim().Split('\n')), StringComparison.Ordinal);
        Assert.Equal(1, result.ExitCode);
    }

    private static PageSettings ToSettings(string json, params (string Name, string Value)[] given) =>
        new StackOutputs(StackOutputs.Parse(json), given.ToDictionary(each => each.Name, each => each.Value)).ToSettings(null);

    private static Task<ToolResult> RunAsync(string input, params string[] arguments) =>
        Tool.RunAsync(Tool.DotNet, [typeof(LocalStack).Assembly.Location, .. arguments], input: input);

    [GeneratedRegex(@"^ +Page +(?<address>http://[^ ]+)")]
    private static partial Regex PageLine { get; }
}
