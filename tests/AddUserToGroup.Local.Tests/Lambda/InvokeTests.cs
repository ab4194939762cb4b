using System.Net;
using AddUserToGroup.Local.Lambda;
using AddUserToGroup.Local.UserPool;

namespace AddUserToGroup.Local.Tests.Lambda;

/// <summary>What <c>aws lambda invoke</c> observes, whatever the function does.</summary>
public sealed class InvokeTests
{
    private static readonly UserPoolInfo UserPool = new()
    {
        Endpoint = new("http://127.0.0.1:1"),
        Id = "us-east-1_Pool",
        ClientId = "client",
        Issuer = "https://issuer.example.com",
    };

    [Theory]
    [InlineData("""{ "a":  "é" }""", """{ "a":  "é" }""")]
    [InlineData("", "{}")]
    public async Task Sends_the_event_to_the_function_unchanged_and_returns_its_response(string payload, string expected)
    {
        await using var lambda = await LambdaServer.StartAsync(RuntimeClient.Run(RuntimeClient.EchoAsync));

        Assert.Equal((200, expected, null), await lambda.InvokeAsync(payload));
    }

    [Theory]
    [InlineData("Other", "{}", null, 404, "ResourceNotFoundException")]
    [InlineData("AddUserToGroup", "{", null, 400, "InvalidRequestContentException")]
    [InlineData("AddUserToGroup", "{}", "Event", 400, "InvalidParameterValueException")]
    public async Task Rejects_another_function_another_type_and_what_is_not_JSON(
        string function, string payload, string? type, int status, string error)
    {
        await using var lambda = await LambdaServer.StartAsync(RuntimeClient.Run());

        var response = await lambda.InvokeAsync(payload, function, type);

        Assert.Equal((status, error), (response.Status, response.Error));
    }

    [Fact]
    public async Task Lets_one_process_handle_concurrent_events_one_after_another()
    {
        await using var lambda = await LambdaServer.StartAsync(RuntimeClient.Run(RuntimeClient.EchoAsync));

        var responses = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => lambda.InvokeAsync($"{number}")));

        Assert.Equal(Enumerable.Range(0, 8).Select(number => $"{number}"), responses.Select(response => response.Body));
    }

    [Fact]
    public async Task Returns_what_the_function_throws_as_a_function_error()
    {
        await using var lambda = await LambdaServer.StartAsync(RuntimeClient.Run(async (client, stop) =>
        {
            var (id, _) = await client.NextAsync(stop);
            using var accepted = await client.PostAsync($"invocation/{id}/error", """{"errorType":"E"}""");
            return await RuntimeClient.HangAsync(stop);
        }));

        Assert.Equal((200, """{"errorType":"E"}""", "Unhandled"), await lambda.InvokeAsync());
    }

    [Fact]
    public async Task Returns_the_functions_own_init_error_and_starts_it_again_for_the_next_event()
    {
        await using var lambda = await LambdaServer.StartAsync(RuntimeClient.Run(
            async (client, _) =>
            {
                using var accepted = await client.PostAsync("init/error", """{"errorType":"NoSetting"}""");
                return 1;
            },
            RuntimeClient.EchoAsync));

        Assert.Equal((200, """{"errorType":"NoSetting"}""", "Unhandled"), await lambda.InvokeAsync());
        Assert.Equal((200, "{}", null), await lambda.InvokeAsync());
    }

    [Theory]
    [InlineData(134, "Runtime exited with error: exit status 134")]
    [InlineData(0, "Runtime exited without providing a reason")]
    public async Task Reports_a_crash_and_starts_the_function_again_for_the_next_event(int exitCode, string message)
    {
        await using var lambda = await LambdaServer.StartAsync(RuntimeClient.Run(
            async (client, stop) =>
            {
                await client.NextAsync(stop);
                return exitCode;
            },
            RuntimeClient.EchoAsync));

        var crashed = await lambda.InvokeAsync();

        Assert.Equal("Unhandled", crashed.Error);
        Assert.Contains(message, crashed.Body, StringComparison.Ordinal);
        Assert.Equal((200, "{}", null), await lambda.InvokeAsync());
    }

    [Fact]
    public async Task Kills_a_function_that_is_too_slow_and_accepts_no_late_response()
    {
        var late = new TaskCompletionSource<HttpStatusCode?>();
        await using var lambda = await LambdaServer.StartAsync(
            RuntimeClient.Run(
                async (client, stop) =>
                {
                    var (id, _) = await client.NextAsync(stop);
                    await RuntimeClient.HangAsync(stop).ContinueWith(_ => { }, TaskScheduler.Default);
                    late.SetResult(await StatusAsync(client.PostAsync($"invocation/{id}/response", "\"late\"")));
                    return 1;
                },
                RuntimeClient.EchoAsync),
            timeout: TimeSpan.FromSeconds(1));

        var slow = await lambda.InvokeAsync();

        Assert.Equal("Unhandled", slow.Error);
        Assert.Contains("Error: Task timed out after 1.00 seconds", slow.Body, StringComparison.Ordinal);
        Assert.Contains(await late.Task, (HttpStatusCode?[])[HttpStatusCode.Forbidden, null]);
        Assert.Equal((200, "{}", null), await lambda.InvokeAsync());
    }

    [Fact]
    public void Keeps_the_developers_AWS_settings_from_the_function()
    {
        const string Developers = "the developer's";
        string[] names = ["AWS_PROFILE", "AWS_ACCESS_KEY_ID", "AWS_SESSION_TOKEN", "AWS_CONFIG_FILE", "AWS_REGION", "SOMETHING_ELSE"];
        Array.ForEach(names, name => Environment.SetEnvironmentVariable(name, Developers));

        var process = new FunctionProcess("/builds/AddUserToGroup", UserPool).Describe("127.0.0.1:2");

        Array.ForEach(names, name => Environment.SetEnvironmentVariable(name, null));
        Assert.DoesNotContain(Developers, process.Environment.Values);
        Assert.Equal(("us-east-1", "512"), (process.Environment["AWS_REGION"], process.Environment["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"]));
    }

    [Fact]
    public async Task Says_so_if_the_file_cannot_be_run()
    {
        var file = Path.GetTempFileName();
        await using var output = new StringWriter();
        await using var lambda = await LambdaServer.StartAsync(new FunctionProcess(file, UserPool).RunAsync, TextWriter.Synchronized(output));

        var response = await lambda.InvokeAsync();

        File.Delete(file);
        Assert.Equal("Unhandled", response.Error);
        Assert.Contains($"{file} cannot be run", output.ToString(), StringComparison.Ordinal);
    }

    // Null if the Runtime API has closed the connection: then nobody received the response either.
    private static async Task<HttpStatusCode?> StatusAsync(Task<HttpResponseMessage> responding)
    {
        try
        {
            using var response = await responding;
            return response.StatusCode;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }
}
