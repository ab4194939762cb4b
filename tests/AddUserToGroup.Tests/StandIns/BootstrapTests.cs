using System.Text;
using System.Text.Json;
using Amazon.Lambda.Core;

namespace AddUserToGroup.Tests.StandIns;

[Collection(ProcessWideState.Name)]
public sealed class BootstrapTests
{
    private const string Next = "GET /2018-06-01/runtime/invocation/next";

    [Fact]
    public async Task Hands_over_the_event_and_the_time_that_is_left()
    {
        var deadline = DateTimeOffset.UtcNow.AddHours(1);
        var (body, before, after) = ("", TimeSpan.MaxValue, TimeSpan.MinValue);
        var run = await new Bootstrap
        {
            Events = [new("""{"a":"ü"}""", "id-7") { Deadline = deadline }],
            Handler = async (input, context) =>
            {
                before = deadline - DateTimeOffset.UtcNow;
                after = context.RemainingTime;
                using var reader = new StreamReader(input);
                body = await reader.ReadToEndAsync();
                return new MemoryStream();
            },
        }.RunAsync();

        Assert.Equal("""{"a":"ü"}""", body);
        Assert.InRange(after, before - TimeSpan.FromMinutes(5), before);
        Assert.Null(run.Thrown);
    }

    [Fact]
    public async Task Answers_one_event_after_the_other()
    {
        var text = new string('x', 5_000_000);
        var run = await new Bootstrap
        {
            Events = [new("1", "a"), new("2", "b")],
            Handler = (_, _) => Task.FromResult<Stream>(new MemoryStream(Encoding.UTF8.GetBytes(text))),
        }.RunAsync();

        Assert.Equal(
            [
                Next, "POST /2018-06-01/runtime/invocation/a/response",
                Next, "POST /2018-06-01/runtime/invocation/b/response",
                Next,
            ],
            run.Calls);
        Assert.Equal((text, "application/json"), (run.Posted("invocation/a/response").Text, run.Posted("invocation/a/response").Headers["Content-Type"]));
        Assert.Null(run.Thrown);
    }

    [Fact]
    public async Task Reports_what_a_handler_throws_and_goes_on()
    {
        var calls = 0;
        var run = await new Bootstrap
        {
            Events = [new("1", "a"), new("2", "b")],
            Handler = (_, _) => calls++ == 0
                ? throw new InvalidOperationException("No \"luck\" today ✓\nline two", new IOException("why"))
                : Task.FromResult(Stream.Null),
        }.RunAsync();

        Assert.Null(run.Thrown);
        Assert.NotNull(run.Posted("invocation/b/response"));
        var report = run.Posted("invocation/a/error");
        Assert.Equal("application/vnd.aws.lambda.error+json", report.Headers["Content-Type"]);
        Assert.Equal("InvalidOperationException", report.Headers["Lambda-Runtime-Function-Error-Type"]);
        using var body = JsonDocument.Parse(report.Body);
        Assert.Equal("InvalidOperationException", body.RootElement.GetProperty("errorType").GetString());
        Assert.Equal("No \"luck\" today ✓\nline two", body.RootElement.GetProperty("errorMessage").GetString());
        Assert.Contains(nameof(BootstrapTests), body.RootElement.GetProperty("stackTrace")[0].GetString(), StringComparison.Ordinal);
        Assert.Equal("why", body.RootElement.GetProperty("cause").GetProperty("errorMessage").GetString());
    }

    [Fact]
    public async Task Runs_the_initializer_once_and_reports_what_it_throws()
    {
        var run = await new Bootstrap
        {
            Environment = { ["AWS_LAMBDA_LOG_FORMAT"] = "JSON" },
            Initializer = () => throw new InvalidOperationException("USER_POOL_ID is not set."),
        }.RunAsync();

        Assert.Equal("USER_POOL_ID is not set.", Assert.IsType<InvalidOperationException>(run.Thrown).Message);
        Assert.Equal(["POST /2018-06-01/runtime/init/error"], run.Calls);
        using var body = JsonDocument.Parse(run.Posted("init/error").Body);
        Assert.Equal("USER_POOL_ID is not set.", body.RootElement.GetProperty("errorMessage").GetString());
        using var line = JsonDocument.Parse(Assert.Single(run.OutputLines));
        Assert.Equal("USER_POOL_ID is not set.", line.RootElement.GetProperty("errorMessage").GetString());
    }

    [Theory]
    [InlineData(413, """{"errorMessage":"m","errorType":"t"}""")]
    [InlineData(500, "broken")]
    [InlineData(404, "")]
    public async Task Ends_where_an_answer_is_refused(int status, string body)
    {
        var run = await new Bootstrap
        {
            Events = [new("1", "a"), new("2", "b")],
            Accept = context => Bootstrap.RespondAsync(context, status, body),
        }.RunAsync();

        Assert.NotNull(run.Thrown);
        Assert.Equal([Next, "POST /2018-06-01/runtime/invocation/a/response"], run.Calls);
    }

    [Fact]
    public async Task Writes_the_values_of_a_template_as_members_of_one_line_of_JSON()
    {
        var run = await LogAsync("INFO", log => log.Log(
            LogLevel.Information, "{outcome} {durationMs} {sourceIp} {reason}", "Add\"ed\n", 0.5, new[] { "::1", "10.0.0.1" }, null));

        using var document = JsonDocument.Parse(Assert.Single(run.OutputLines));
        var line = document.RootElement;
        Assert.Equal(
            "timestamp level requestId traceId message outcome durationMs sourceIp",
            string.Join(' ', line.EnumerateObject().Select(member => member.Name)));
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$", line.GetProperty("timestamp").GetString());
        Assert.Equal(("Information", "request-1", "Root=1"), (Text("level"), Text("requestId"), Text("traceId")));
        Assert.Equal("Add\"ed\n 0.5 {sourceIp} {reason}", Text("message"));
        Assert.Equal("Add\"ed\n", Text("outcome"));
        Assert.Equal(0.5, line.GetProperty("durationMs").GetDouble());
        Assert.Equal(["::1", "10.0.0.1"], line.GetProperty("sourceIp").EnumerateArray().Select(address => address.GetString()));

        string? Text(string name) => line.GetProperty(name).GetString();
    }

    [Theory]
    [InlineData(null, "Information,Warning,Error,Critical")]
    [InlineData("Debug", "Debug,Information,Warning,Error,Critical")]
    [InlineData("WARN", "Warning,Error,Critical")]
    [InlineData("FATAL", "Critical")]
    public async Task Leaves_out_what_is_below_the_level(string? minimum, string written)
    {
        var run = await LogAsync(minimum, log =>
        {
            foreach (var level in Enum.GetValues<LogLevel>())
            {
                log.Log(level, level.ToString());
            }
        });

        Assert.Equal(written.Split(','), run.OutputLines.Select(line => JsonSerializer.Deserialize<JsonElement>(line).GetProperty("message").GetString()));
    }

    private static Task<BootstrapRun> LogAsync(string? level, Action<ILambdaLogger> write) => new Bootstrap
    {
        Environment = { ["AWS_LAMBDA_LOG_FORMAT"] = "JSON", ["AWS_LAMBDA_LOG_LEVEL"] = level },
        Events = [new() { TraceId = "Root=1" }],
        Handler = (_, context) =>
        {
            write(context.Logger);
            return Task.FromResult(Stream.Null);
        },
    }.RunAsync();
}
