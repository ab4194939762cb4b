using AddUserToGroup.Local.Lambda;
using AddUserToGroup.Local.UserPool;

namespace AddUserToGroup.Local.Tests.Lambda;

public sealed class FunctionProcessTests
{
    private static readonly UserPoolInfo UserPool = new()
    {
        Endpoint = new("http://127.0.0.1:1"),
        Id = "us-east-1_Pool",
        ClientId = "client",
        Issuer = "https://issuer.example.com",
    };

    [Fact]
    public void Keeps_the_developers_own_AWS_settings_from_the_function()
    {
        const string developers = "of the developer";
        string[] names = ["AWS_PROFILE", "AWS_ACCESS_KEY_ID", "AWS_SESSION_TOKEN", "AWS_CONFIG_FILE", "AWS_REGION", "SOMETHING_ELSE"];
        foreach (var name in names)
        {
            Environment.SetEnvironmentVariable(name, developers);
        }

        var process = new FunctionProcess("/builds/AddUserToGroup", UserPool).Describe("127.0.0.1:2");

        foreach (var name in names)
        {
            Environment.SetEnvironmentVariable(name, null);
        }

        Assert.DoesNotContain(developers, process.Environment.Values);
        Assert.Equal("us-east-1", process.Environment["AWS_REGION"]);
    }

    [Fact]
    public async Task Ends_in_a_function_error_whose_log_says_so_where_the_file_cannot_be_run()
    {
        var file = Path.GetTempFileName();
        await using var lambda = await LambdaServer.StartAsync(new FunctionProcess(file, UserPool).RunAsync);

        var result = await lambda.InvokeAsync("{}");

        File.Delete(file);
        Assert.Equal("Unhandled", result.FunctionError);
        Assert.Contains($"{file} cannot be run", result.Log, StringComparison.Ordinal);
    }
}
