using System.Text.Json.Nodes;
using AddUserToGroup.Local.Commands;
using AddUserToGroup.Local.UserPool;

namespace AddUserToGroup.Local.Tests.Clients;

/// <summary>The AWS CLI, which knows the services by their models, and so do the SDKs.</summary>
[Collection("Stack")]
public sealed class AwsCliTests(StackFixture fixture) : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("aws-cli-");

    private UserPoolInfo UserPool => fixture.Stack.UserPool;

    // Nothing of the developer's own: no account's keys, no profile, no settings.
    private Dictionary<string, string?> Environment => new()
    {
        ["AWS_ACCESS_KEY_ID"] = "local",
        ["AWS_SECRET_ACCESS_KEY"] = "local",
        ["AWS_SESSION_TOKEN"] = null,
        ["AWS_PROFILE"] = null,
        ["AWS_DEFAULT_PROFILE"] = null,
        ["AWS_DEFAULT_OUTPUT"] = "json",
        ["AWS_CONFIG_FILE"] = Path.Combine(_folder.FullName, "config"),
        ["AWS_SHARED_CREDENTIALS_FILE"] = Path.Combine(_folder.FullName, "credentials"),
    };

    [ToolFact("all", "linux", "node", "curl", "aws")]
    public async Task Runs_all_that_the_stack_prints_to_copy_into_a_shell()
    {
        // The commands are for the root of the repository, and write a file.
        File.CreateSymbolicLink(Path.Combine(_folder.FullName, "tests"), Path.Combine(Repository.Folder, "tests"));
        var guide = Guide.For(fixture.Stack);

        var output = await RunAsync("sh", ["-ec", guide[guide.IndexOf("\n# ", StringComparison.Ordinal)..]]);

        Assert.Contains("""{"data":{"addUserToGroup":{"userId":"ann@example.com","groupName":"EDITORS"}}}""", output, StringComparison.Ordinal);
        Assert.Contains("\"Value\": \"ann@example.com\"", output, StringComparison.Ordinal);
        Assert.Contains("\"StatusCode\": 200", output, StringComparison.Ordinal);
        Assert.Contains(
            UserPool.Id == LocalUserPool.PoolId ? """{"data":{"userId":"ann@example.com","groupName":"EDITORS"}}""" : "\"Unauthorized\"",
            output,
            StringComparison.Ordinal);
    }

    [ToolFact("all", "node", "aws")]
    public async Task Signs_the_administrator_in_and_lists_their_groups()
    {
        var tokens = await CallAsync(
            "initiate-auth", "--client-id", UserPool.ClientId, "--auth-flow", "USER_PASSWORD_AUTH",
            "--auth-parameters", $"USERNAME={SampleUsers.Administrator},PASSWORD={SampleUsers.Password}");
        var groups = await CallAsync(
            "admin-list-groups-for-user", "--user-pool-id", UserPool.Id, "--username", SampleUsers.Administrator);

        Assert.Equal("Bearer", (string?)tokens["AuthenticationResult"]!["TokenType"]);
        Assert.Equal("ADMINS", (string?)Assert.Single(groups["Groups"]!.AsArray())!["GroupName"]);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private async Task<JsonNode> CallAsync(params IEnumerable<string> arguments) =>
        JsonNode.Parse(await RunAsync(
            "aws", ["--region", "us-east-1", "--endpoint-url", $"{UserPool.Endpoint}", "cognito-idp", .. arguments]))!;

    private async Task<string> RunAsync(string program, IEnumerable<string> arguments)
    {
        var result = await Tool.RunAsync(program, arguments, _folder.FullName, Environment);
        result.AssertSuccess();
        return result.Output;
    }
}
