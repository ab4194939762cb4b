using System.Net;

namespace AddUserToGroup.Local.Tests.Lambda;

public sealed class FailingFunctionTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(500);

    [Fact]
    public async Task Answers_with_its_own_document_where_its_start_failed_and_starts_anew_for_the_next_event()
    {
        await using var lambda = await LambdaServer.StartAsync(
            RuntimeClient.FailingOnce(async (client, _) =>
            {
                using var accepted = await client.FailInitAsync("""{"errorType":"NoSetting","errorMessage":"m"}""");
                Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
                return 1;
            }));

        var first = await lambda.InvokeAsync("{}");
        var second = await lambda.InvokeAsync("{}");

        Assert.Equal("Unhandled", first.FunctionError);
        Assert.Equal("""{"errorType":"NoSetting","errorMessage":"m"}""", first.Text);
        Assert.Equal("\"up\"", second.Text);
    }

    [Theory]
    [InlineData(134, "Error: Runtime exited with error: exit status 134")]
    [InlineData(0, "Error: Runtime exited without providing a reason")]
    public async Task Ends_in_a_function_error_where_it_crashes_and_starts_anew_for_the_next_event(int exitCode, string message)
    {
        await using var lambda = await LambdaServer.StartAsync(
            RuntimeClient.FailingOnce(async (client, stop) =>
            {
                _ = await client.NextAsync(stop);
                return exitCode;
            }));

        var first = await lambda.InvokeAsync("{}");
        var second = await lambda.InvokeAsync("{}");

        Assert.Equal("Runtime.ExitError", first.Error("errorType"));
        Assert.Equal($"RequestId: {first.RequestId} {message}", first.Error("errorMessage"));
        Assert.Equal("\"up\"", second.Text);
    }

    [Fact]
    public async Task Times_out_where_it_never_asks_for_an_event()
    {
        await using var lambda = await LambdaServer.StartAsync(RuntimeClient.Running((_, stop) => RuntimeClient.NeverEndingAsync(stop)), Short);

        var result = await lambda.InvokeAsync("{}");

        Assert.Equal("Sandbox.Timedout", result.Error("errorType"));
    }

    [Fact]
    public async Task Dies_where_it_is_too_slow_and_reaches_nobody_with_a_late_response()
    {
        var late = new TaskCompletionSource<HttpStatusCode>();
        await using var lambda = await LambdaServer.StartAsync(
            RuntimeClient.FailingOnce(async (client, stop) =>
            {
                var (id, _) = await client.NextAsync(stop);
                await RuntimeClient.NeverEndingAsync(stop).ContinueWith(_ => { }, TaskScheduler.Default);
                late.SetResult(await StatusAsync(client.RespondAsync(id, "\"late\"")));
                return 1;
            }),
            Short);

        var slow = await lambda.InvokeAsync("{}");
        var next = await lambda.InvokeAsync("{}");

        Assert.Equal("Sandbox.Timedout", slow.Error("errorType"));
        Assert.Equal($"RequestId: {slow.RequestId} Error: Task timed out after 0.50 seconds", slow.Error("errorMessage"));
        Assert.Equal(HttpStatusCode.Forbidden, await late.Task.WaitAsync(Patience));
        Assert.Equal("\"up\"", next.Text);
    }

    // No status where the Runtime API has let go of the connection: the response reached nobody then, either.
    private static async Task<HttpStatusCode> StatusAsync(Task<HttpResponseMessage> responding)
    {
        try
        {
            using var response = await responding;
            return response.StatusCode;
        }
        catch (HttpRequestException)
        {
            return HttpStatusCode.Forbidden;
        }
    }
}
