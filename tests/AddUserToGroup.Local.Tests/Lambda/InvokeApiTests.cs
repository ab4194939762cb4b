using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using AddUserToGroup.Local.Lambda;

namespace AddUserToGroup.Local.Tests.Lambda;

public sealed class InvokeApiTests
{
    private static readonly RunEnvironment Echo = RuntimeClient.Handling((_, payload, _) => payload);

    [Theory]
    [InlineData("AddUserToGroup")]
    [InlineData("AddUserToGroup:$LATEST")]
    [InlineData("AddUserToGroup%3A%24LATEST")]
    [InlineData("AddUserToGroup", "?Qualifier=$LATEST")]
    [InlineData("000000000000:function:AddUserToGroup")]
    [InlineData("arn:aws:lambda:us-east-1:000000000000:function:AddUserToGroup")]
    [InlineData("arn%3Aaws%3Alambda%3Aus-east-1%3A000000000000%3Afunction%3AAddUserToGroup%3A%24LATEST")]
    public async Task Knows_the_function_by_its_name_and_its_ARN(string name, string query = "")
    {
        await using var lambda = await LambdaServer.StartAsync(Echo);

        using var response = await lambda.PostToAsync(name, """{"a":1}""", query);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("""{"a":1}""", await response.Content.ReadAsStringAsync());
        Assert.Equal("$LATEST", Header(response, "X-Amz-Executed-Version"));
        Assert.True(Guid.TryParse(Header(response, "x-amzn-RequestId"), out _));
        Assert.False(response.Headers.Contains("X-Amz-Function-Error"));
        Assert.False(response.Headers.Contains("X-Amz-Log-Result"));
    }

    [Theory]
    [InlineData("Other")]
    [InlineData("AddUserToGroup2")]
    [InlineData("AddUserToGroup:1")]
    [InlineData("AddUserToGroup", "?Qualifier=live")]
    public async Task Finds_no_other_function_or_version(string name, string query = "")
    {
        await using var lambda = await LambdaServer.StartAsync(Echo);

        using var response = await lambda.PostToAsync(name, "{}", query);

        await AssertRefusedAsync(response, HttpStatusCode.NotFound, "ResourceNotFoundException");
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{} {}")]
    [InlineData("nothing")]
    public async Task Refuses_a_payload_that_is_not_JSON(string payload)
    {
        await using var lambda = await LambdaServer.StartAsync(Echo);

        using var response = await lambda.PostAsync(payload);

        await AssertRefusedAsync(response, HttpStatusCode.BadRequest, "InvalidRequestContentException");
    }

    [Fact]
    public async Task Takes_no_payload_for_an_empty_object()
    {
        await using var lambda = await LambdaServer.StartAsync(Echo);

        using var response = await lambda.PostAsync("");

        Assert.Equal("{}", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Leaves_deeply_nested_JSON_to_the_function()
    {
        var payload = new string('[', 100_000) + new string(']', 100_000);
        await using var lambda = await LambdaServer.StartAsync(Echo);

        using var response = await lambda.PostAsync(payload);

        Assert.Equal(payload, await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Refuses_a_payload_of_more_than_six_megabytes()
    {
        const int limit = 6 * 1024 * 1024;
        await using var lambda = await LambdaServer.StartAsync(Echo);

        using var fits = await lambda.PostAsync(new string('1', limit));
        using var tooLarge = await lambda.PostAsync(new string('1', limit + 1));

        Assert.Equal(HttpStatusCode.OK, fits.StatusCode);
        await AssertRefusedAsync(tooLarge, HttpStatusCode.RequestEntityTooLarge, "RequestEntityTooLargeException");
    }

    [Fact]
    public async Task Names_a_function_error_in_a_header()
    {
        await using var lambda = await LambdaServer.StartAsync(RuntimeClient.Running((_, _) => Task.FromResult(134)));

        using var response = await lambda.PostAsync("{}");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("Unhandled", Header(response, "X-Amz-Function-Error"));
        Assert.Contains("Runtime.ExitError", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sends_the_last_four_kilobytes_of_the_log_along_where_they_are_asked_for()
    {
        await using var lambda = await LambdaServer.StartAsync(
            RuntimeClient.Handling((_, payload, client) =>
            {
                client.Log(new string('a', 5000));
                client.Log("the end");
                return payload;
            }));

        using var response = await lambda.PostAsync("{}", ("X-Amz-Log-Type", "Tail"));

        var log = Encoding.UTF8.GetString(Convert.FromBase64String(Header(response, "X-Amz-Log-Result")));
        Assert.Equal(new string('a', 4096 - "\nthe end".Length) + "\nthe end", log);
    }

    [Fact]
    public async Task Accepts_and_handles_an_event_without_a_waiting_caller()
    {
        var handled = new TaskCompletionSource<string>();
        await using var lambda = await LambdaServer.StartAsync(
            RuntimeClient.Handling((_, payload, _) =>
            {
                handled.TrySetResult(payload);
                return "{}";
            }));

        using var response = await lambda.PostAsync("""{"a":1}""", ("X-Amz-Invocation-Type", "Event"));

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.Equal("""{"a":1}""", await handled.Task);
    }

    [Fact]
    public async Task Handles_nothing_in_a_dry_run()
    {
        var starts = 0;
        await using var lambda = await LambdaServer.StartAsync((runtimeApi, log, stop) =>
        {
            starts++;
            return Echo(runtimeApi, log, stop);
        });

        using var response = await lambda.PostAsync("{}", ("X-Amz-Invocation-Type", "DryRun"));

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Equal(0, starts);
    }

    [Fact]
    public async Task Refuses_another_invocation_type()
    {
        await using var lambda = await LambdaServer.StartAsync(Echo);

        using var response = await lambda.PostAsync("{}", ("X-Amz-Invocation-Type", "Later"));

        await AssertRefusedAsync(response, HttpStatusCode.BadRequest, "InvalidParameterValueException");
    }

    private static async Task AssertRefusedAsync(HttpResponseMessage response, HttpStatusCode status, string type)
    {
        Assert.Equal(status, response.StatusCode);
        Assert.Equal(type, Header(response, "x-amzn-ErrorType"));
        var body = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        Assert.Equal("User", (string?)body["Type"]);
        Assert.NotEmpty((string)body["Message"]!);
    }

    private static string Header(HttpResponseMessage response, string name) => response.Headers.GetValues(name).Single();
}
