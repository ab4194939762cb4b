using AddUserToGroup.Local.Commands;

namespace AddUserToGroup.Local.Tests.Clients;

/// <summary>The AWS CLI, which knows the services by their models, and so do the SDKs.</summary>
[Collection("Stack")]
public sealed class AwsCliTests(StackFixture fixture) : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("aws-cli-");

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
        var message = ReadyMessage.For(fixture.Stack);

        var output = await RunAsync("sh", ["-ec", message[message.IndexOf("\n# ", StringComparison.Ordinal)..]]);

        Assert.Contains("""{"data":{"addUserToGroup":{"userId":"ann@example.com","groupName":"EDITORS"}}}""", output, StringComparison.Ordinal);
        Assert.Contains("\"Value\": \"ann@example.com\"", output, StringComparison.Ordinal);
        Assert.Contains("\"StatusCode\": 200", output, StringComparison.Ordinal);
        Assert.Contains("""{"data":{"userId":"ann@example.com","groupName":""", output, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private async Task<string> RunAsync(string program, IEnumerable<string> arguments)
    {
        var result = await Tool.RunAsync(program, arguments, _folder.FullName, Environment);
        result.AssertSuccess();
        return result.Output;
    }
}
