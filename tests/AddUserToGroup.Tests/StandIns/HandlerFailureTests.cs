using System.Text.Json;

namespace AddUserToGroup.Tests.StandIns;

[Collection(ProcessWideState.Name)]
public sealed class HandlerFailureTests
{
    private const string TooLarge = "Exception exceeded maximum payload size of 256KB.";

    [Fact]
    public async Task A_handler_that_throws_is_reported_and_the_next_event_handled()
    {
        var calls = 0;
        var run = await new Bootstrap
        {
            Events = [new("1", "a"), new("2", "b")],
            Handler = (_, _) => calls++ == 0
                ? throw new InvalidOperationException("No \"luck\" today ✓\nline two")
                : Task.FromResult(Stream.Null),
        }.RunAsync();

        Assert.Null(run.Thrown);
        var report = run.Posted("invocation/a/error");
        Assert.Equal("application/vnd.aws.lambda.error+json", report.Headers["Content-Type"]);
        Assert.Equal("InvalidOperationException", report.Headers["Lambda-Runtime-Function-Error-Type"]);
        Assert.NotNull(run.Posted("invocation/b/response"));
        using var body = JsonDocument.Parse(report.Body);
        Assert.Equal(
            ["errorType", "errorMessage", "stackTrace"],
            body.RootElement.EnumerateObject().Select(member => member.Name));
        Assert.Equal("InvalidOperationException", body.RootElement.GetProperty("errorType").GetString());
        Assert.Equal("No \"luck\" today ✓\nline two", body.RootElement.GetProperty("errorMessage").GetString());
        var stackTrace = body.RootElement.GetProperty("stackTrace");
        var frames = stackTrace.EnumerateArray().Select(frame => frame.GetString()!).ToList();
        Assert.Contains(nameof(HandlerFailureTests), frames[0], StringComparison.Ordinal);
        Assert.All(frames, frame => Assert.Equal(frame.Trim(), frame));
    }

    [Fact]
    public async Task Inner_exceptions_are_causes()
    {
        var body = await ReportAsync(() =>
            throw new InvalidOperationException("outer", new TimeoutException("middle", new IOException(" inner "))));

        var middle = body.GetProperty("cause");
        Assert.Equal("TimeoutException", middle.GetProperty("errorType").GetString());
        Assert.Equal("middle", middle.GetProperty("errorMessage").GetString());
        Assert.False(middle.TryGetProperty("stackTrace", out _));
        Assert.Equal("inner", middle.GetProperty("cause").GetProperty("errorMessage").GetString());
    }

    [Fact]
    public async Task An_aggregate_names_all_of_its_exceptions()
    {
        var body = await ReportAsync(() =>
            throw new AggregateException("several", new TimeoutException("one"), new IOException("two")));

        Assert.Equal("one", body.GetProperty("cause").GetProperty("errorMessage").GetString());
        Assert.Equal(
            ["one", "two"],
            body.GetProperty("causes").EnumerateArray().Select(cause => cause.GetProperty("errorMessage").GetString()));
    }

    [Fact]
    public async Task A_message_too_long_for_Lambda_is_replaced()
    {
        // Long enough for X-Ray's header to be left out too, which servers limit to less.
        var body = await ReportAsync(() => throw new InvalidOperationException(new string('x', 1024 * 1024)));

        Assert.Equal(TooLarge, body.GetProperty("errorMessage").GetString());
        Assert.Single(body.EnumerateObject());
    }

    [Fact]
    public async Task A_cause_too_long_for_Lambda_is_replaced_alone()
    {
        var body = await ReportAsync(() =>
            throw new InvalidOperationException("outer", new IOException(new string('x', 256 * 1024))));

        Assert.Equal("outer", body.GetProperty("errorMessage").GetString());
        Assert.Equal(TooLarge, body.GetProperty("cause").GetProperty("errorMessage").GetString());
    }

    [Fact]
    public async Task X_Ray_is_told_where_it_happened()
    {
        var run = await new Bootstrap { Handler = (_, _) => throw new InvalidOperationException("why") }.RunAsync();

        var header = run.Posted("invocation/request-1/error").Headers["Lambda-Runtime-Function-XRay-Error-Cause"];
        using var cause = JsonDocument.Parse(header);
        Assert.Equal(Directory.GetCurrentDirectory(), cause.RootElement.GetProperty("working_directory").GetString());
        var exception = Assert.Single(cause.RootElement.GetProperty("exceptions").EnumerateArray());
        Assert.Equal("InvalidOperationException", exception.GetProperty("type").GetString());
        Assert.Equal("why", exception.GetProperty("message").GetString());
        var frame = exception.GetProperty("stack")[0];
        Assert.EndsWith("HandlerFailureTests.cs", frame.GetProperty("path").GetString(), StringComparison.Ordinal);
        Assert.True(frame.GetProperty("line").GetInt32() > 0);
        Assert.False(string.IsNullOrEmpty(frame.GetProperty("label").GetString()));
        Assert.Contains(
            frame.GetProperty("path").GetString(),
            cause.RootElement.GetProperty("paths").EnumerateArray().Select(path => path.GetString()));
    }

    [Fact]
    public async Task A_handler_that_returns_no_stream_has_failed()
    {
        var run = await new Bootstrap { Handler = (_, _) => Task.FromResult<Stream>(null!) }.RunAsync();

        var report = run.Posted("invocation/request-1/error");
        Assert.Equal("ArgumentNullException", report.Headers["Lambda-Runtime-Function-Error-Type"]);
    }

    [Fact]
    public async Task A_handler_that_gives_up_on_its_own_has_failed()
    {
        var run = await new Bootstrap { Handler = (_, _) => throw new OperationCanceledException() }.RunAsync();

        Assert.NotNull(run.Posted("invocation/request-1/error"));
        Assert.Null(run.Thrown);
    }

    [Theory]
    [InlineData(202, "", "Could not deserialize the response body.\n\nStatus: 202")]
    [InlineData(400, """{"errorType":"t"}""", "Bad Request")]
    [InlineData(500, "", "Container error.")]
    public async Task A_report_that_is_refused_ends_the_loop(int status, string answer, string message)
    {
        var run = await new Bootstrap
        {
            Handler = (_, _) => throw new InvalidOperationException("x"),
            Accept = context => Bootstrap.AnswerAsync(context, status, answer),
        }.RunAsync();

        Assert.StartsWith(message, run.Thrown?.Message, StringComparison.Ordinal);
    }

    private static async Task<JsonElement> ReportAsync(Func<Task<Stream>> handler)
    {
        var run = await new Bootstrap { Handler = (_, _) => handler() }.RunAsync();
        var body = run.Posted("invocation/request-1/error").Body;
        Assert.True(body.Length <= 256 * 1024);
        using var document = JsonDocument.Parse(body);
        return document.RootElement.Clone();
    }
}
