using System.Text.Json;

namespace AddUserToGroup.Tests.StandIns;

[Collection(ProcessWideState.Name)]
public sealed class InitializationTests
{
    [Fact]
    public async Task The_initializer_runs_once_before_the_first_event()
    {
        var order = new List<string>();
        await new Bootstrap
        {
            Initializer = () =>
            {
                order.Add("init");
                return Task.FromResult(true);
            },
            Events = [new(), new()],
            Handler = (_, _) =>
            {
                order.Add("event");
                return Task.FromResult(Stream.Null);
            },
        }.RunAsync();

        Assert.Equal(["init", "event", "event"], order);
    }

    [Fact]
    public async Task An_initializer_that_says_no_ends_the_run_quietly()
    {
        var run = await new Bootstrap { Initializer = () => Task.FromResult(false) }.RunAsync();

        Assert.Null(run.Thrown);
        Assert.Empty(run.Requests);
        Assert.Empty(run.Output);
    }

    [Fact]
    public async Task An_initializer_that_throws_is_logged_reported_and_rethrown()
    {
        var failure = new InvalidOperationException("USER_POOL_ID is not set.");
        var run = await new Bootstrap
        {
            Environment = { ["AWS_LAMBDA_LOG_FORMAT"] = "JSON" },
            Initializer = () => throw failure,
        }.RunAsync();

        Assert.Same(failure, run.Thrown);
        Assert.Equal(["POST /2018-06-01/runtime/init/error"], run.Calls);
        var report = run.Posted("init/error");
        Assert.Equal("application/vnd.aws.lambda.error+json", report.Headers["Content-Type"]);
        Assert.False(report.Headers.ContainsKey("Lambda-Runtime-Function-Error-Type"));
        using var body = JsonDocument.Parse(report.Body);
        Assert.Equal("InvalidOperationException", body.RootElement.GetProperty("errorType").GetString());
        Assert.Equal("USER_POOL_ID is not set.", body.RootElement.GetProperty("errorMessage").GetString());
        using var line = JsonDocument.Parse(Assert.Single(run.OutputLines));
        Assert.Equal("Error", line.RootElement.GetProperty("level").GetString());
        Assert.Equal("System.InvalidOperationException", line.RootElement.GetProperty("errorType").GetString());
        Assert.False(line.RootElement.TryGetProperty("requestId", out _));
    }

    [Fact]
    public async Task A_report_that_is_refused_takes_the_place_of_the_failure()
    {
        var run = await new Bootstrap
        {
            Initializer = () => throw new InvalidOperationException("first"),
            Accept = context => Bootstrap.AnswerAsync(context, 403, """{"errorMessage":"no"}"""),
        }.RunAsync();

        Assert.StartsWith("Forbidden", run.Thrown?.Message, StringComparison.Ordinal);
    }
}
