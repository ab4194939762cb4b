using System.Text;

namespace AddUserToGroup.Tests.StandIns;

[Collection(ProcessWideState.Name)]
public sealed class RuntimeApiTests
{
    private const string Next = "GET /2018-06-01/runtime/invocation/next";

    [Fact]
    public async Task The_next_event_is_asked_for_as_the_Runtime_API_wants_it()
    {
        var run = await new Bootstrap().RunAsync();

        var request = run.Requests[0];
        Assert.Equal(Next, run.Calls.First());
        Assert.Equal("application/json", request.Headers["Accept"]);
        Assert.Matches(@"^aws-lambda-dotnet/\S+-2\.1\.2\.0$", request.Headers["User-Agent"]);
    }

    [Fact]
    public async Task The_handler_gets_the_event_its_ID_and_the_time_that_is_left()
    {
        var deadline = DateTimeOffset.UtcNow.AddHours(1);
        var (body, requestId, before, after) = ("", "", TimeSpan.MaxValue, TimeSpan.MinValue);
        var run = await new Bootstrap
        {
            Events = [new("""{"a":"ü"}""", "id-7") { Deadline = deadline }],
            Handler = async (input, context) =>
            {
                before = deadline - DateTimeOffset.UtcNow;
                (requestId, after) = (context.AwsRequestId, context.RemainingTime);
                using var reader = new StreamReader(input);
                body = await reader.ReadToEndAsync();
                return new MemoryStream();
            },
        }.RunAsync();

        Assert.Equal("""{"a":"ü"}""", body);
        Assert.Equal("id-7", requestId);
        Assert.InRange(after, before - TimeSpan.FromMinutes(5), before);
        Assert.Null(run.Thrown);
    }

    [Fact]
    public async Task Without_a_deadline_no_time_is_left()
    {
        var left = TimeSpan.MaxValue;
        await new Bootstrap
        {
            Handler = (_, context) =>
            {
                left = context.RemainingTime;
                return Task.FromResult(Stream.Null);
            },
        }.RunAsync();

        Assert.True(left < TimeSpan.Zero);
    }

    [Fact]
    public async Task The_answer_is_posted_as_JSON_and_its_stream_disposed()
    {
        var output = new MemoryStream("""{"ok":true}"""u8.ToArray());
        var run = await new Bootstrap { Handler = (_, _) => Task.FromResult<Stream>(output) }.RunAsync();

        var posted = run.Posted("invocation/request-1/response");
        Assert.Equal("""{"ok":true}""", posted.Text);
        Assert.Equal("application/json", posted.Headers["Content-Type"]);
        Assert.Equal("11", posted.Headers["Content-Length"]);
        Assert.False(output.CanRead);
    }

    [Fact]
    public async Task Events_are_handled_one_after_the_other()
    {
        var run = await new Bootstrap { Events = [new("1", "a"), new("2", "b")] }.RunAsync();

        Assert.Equal(
            [
                Next, "POST /2018-06-01/runtime/invocation/a/response",
                Next, "POST /2018-06-01/runtime/invocation/b/response",
                Next,
            ],
            run.Calls);
        Assert.Null(run.Thrown);
    }

    [Fact]
    public async Task The_trace_ID_is_that_of_the_event()
    {
        var seen = new List<string?>();
        await new Bootstrap
        {
            Events = [new() { TraceId = "Root=1-2-3" }, new()],
            Handler = (_, _) =>
            {
                seen.Add(Environment.GetEnvironmentVariable("_X_AMZN_TRACE_ID"));
                return Task.FromResult(Stream.Null);
            },
        }.RunAsync();

        Assert.Equal(["Root=1-2-3", null], seen);
    }

    [Fact]
    public async Task Run_once_ends_after_one_event()
    {
        var run = await new Bootstrap
        {
            Environment = { ["AWS_LAMBDA_DOTNET_DEBUG_RUN_ONCE"] = "TRUE" },
            Events = [new("1", "a"), new("2", "b")],
        }.RunAsync();

        Assert.Equal([Next, "POST /2018-06-01/runtime/invocation/a/response"], run.Calls);
        Assert.Null(run.Thrown);
    }

    [Theory]
    [InlineData(400, """{"errorMessage":"m","errorType":"t"}""", "Bad Request\n\nStatus: 400\nResponse: \n{\"err")]
    [InlineData(403, """{"errorMessage":"m","errorType":"t"}""", "Forbidden\n\nStatus: 403")]
    [InlineData(413, """{"errorMessage":"m","errorType":"t"}""", "Payload Too Large\n\nStatus: 413")]
    [InlineData(413, "no JSON", "Could not deserialize the response body.\n\nStatus: 413")]
    [InlineData(500, "broken", "Container error. Non-recoverable state. Runtime should exit promptly.")]
    [InlineData(404, "", "The HTTP status code of the response was not expected (404).")]
    public async Task An_answer_that_is_refused_ends_the_loop(int status, string body, string message)
    {
        var run = await new Bootstrap
        {
            Events = [new("1", "a"), new("2", "b")],
            Accept = context => Bootstrap.AnswerAsync(context, status, body),
        }.RunAsync();

        Assert.StartsWith(message, run.Thrown?.Message, StringComparison.Ordinal);
        Assert.Equal([Next, "POST /2018-06-01/runtime/invocation/a/response"], run.Calls);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(202)]
    [InlineData(204)]
    public async Task An_answer_may_be_accepted_without_a_body(int status)
    {
        var run = await new Bootstrap
        {
            Accept = context =>
            {
                context.Response.StatusCode = status;
                return Task.CompletedTask;
            },
        }.RunAsync();

        Assert.Null(run.Thrown);
        Assert.Equal(3, run.Requests.Count);
    }

    [Theory]
    [InlineData(403, """{"errorMessage":"m"}""", "Forbidden")]
    [InlineData(500, "", "Container error.")]
    [InlineData(503, "", "The HTTP status code of the response was not expected (503).")]
    public async Task A_refusal_to_give_the_next_event_ends_the_loop(int status, string body, string message)
    {
        var run = await new Bootstrap { Events = [new(body) { Status = status }] }.RunAsync();

        Assert.StartsWith(message, run.Thrown?.Message, StringComparison.Ordinal);
        Assert.Equal([Next], run.Calls);
    }

    [Fact]
    public async Task An_event_without_a_request_ID_ends_the_loop()
    {
        var run = await new Bootstrap { Events = [new("{}", null)] }.RunAsync();

        Assert.IsType<KeyNotFoundException>(run.Thrown);
    }

    [Fact]
    public async Task A_Runtime_API_that_is_not_there_ends_the_loop()
    {
        var run = await new Bootstrap { Environment = { ["AWS_LAMBDA_RUNTIME_API"] = "127.0.0.1:1" } }.RunAsync();

        Assert.IsType<HttpRequestException>(run.Thrown);
    }

    [Fact]
    public async Task A_large_answer_is_sent_whole()
    {
        var text = new string('x', 5_000_000);
        var run = await new Bootstrap
        {
            Handler = (_, _) => Task.FromResult<Stream>(new MemoryStream(Encoding.UTF8.GetBytes(text))),
        }.RunAsync();

        Assert.Equal(text.Length, run.Posted("invocation/request-1/response").Body.Length);
    }
}
