using System.Text.Json;
using Amazon.Lambda.Core;

namespace AddUserToGroup.Tests.StandIns;

[Collection(ProcessWideState.Name)]
public sealed class LogTests
{
    [Fact]
    public async Task A_template_becomes_members_of_the_right_types()
    {
        var line = await JsonLineAsync(log => log.Log(
            LogLevel.Information,
            "{outcome} {sub} {duration} {ratio} {retried} {groups} {when} {nothing}",
            "Added", "a-1", 42L, 0.5, true, new[] { "ADMINS", "ED\"ITORS" }, new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc), null));

        Assert.Equal(
            ["timestamp", "level", "requestId", "traceId", "message", "outcome", "sub", "duration", "ratio", "retried", "groups", "when"],
            line.EnumerateObject().Select(member => member.Name));
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$", line.GetProperty("timestamp").GetString());
        Assert.Equal("Information", line.GetProperty("level").GetString());
        Assert.Equal("request-1", line.GetProperty("requestId").GetString());
        Assert.Equal("Root=1", line.GetProperty("traceId").GetString());
        Assert.Equal(
            "Added a-1 42 0.5 True {groups} 2026-01-02T03:04:05.000Z {nothing}", line.GetProperty("message").GetString());
        Assert.Equal("Added", line.GetProperty("outcome").GetString());
        Assert.Equal(42, line.GetProperty("duration").GetInt64());
        Assert.Equal(0.5, line.GetProperty("ratio").GetDouble());
        Assert.True(line.GetProperty("retried").GetBoolean());
        Assert.Equal(["ADMINS", "ED\"ITORS"], line.GetProperty("groups").EnumerateArray().Select(group => group.GetString()));
        Assert.Equal("2026-01-02T03:04:05.000Z", line.GetProperty("when").GetString());
    }

    public static TheoryData<object?, string> Values => new()
    {
        { (byte)1, "1" },
        { (short)-2, "-2" },
        { 3, "3" },
        { uint.MaxValue, "4294967295" },
        { ulong.MaxValue, "18446744073709551615" },
        { 1.5m, "1.5" },
        { 2.5f, "2.5" },
        { 'x', "\"x\"" },
        { false, "false" },
        { new DateOnly(2026, 1, 2), "\"2026-01-02\"" },
        { new TimeOnly(3, 4, 5, 6), "\"03:04:05.006\"" },
        { new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero), "\"2026-01-02T03:04:05.000Z\"" },
        { new byte[] { 1, 171 }, "\"01AB\"" },
        { new byte[17], "\"00000000000000000000000000000000... (17 bytes)\"" },
        { new int?[] { 1, null }, "[1,null]" },
        { new Dictionary<string, int> { ["a"] = 1 }, "{\"a\":1}" },
        { DayOfWeek.Friday, "\"Friday\"" },
        { new Uri("http://x/"), "\"http://x/\"" },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public async Task A_value_is_written_as_JSON(object? value, string json)
    {
        var line = await JsonLineAsync(log => log.Log("Information", "{value}", value));

        Assert.Equal(json, line.GetProperty("value").GetRawText());
    }

    [Theory]
    [InlineData("{a} and {b}", "1 and 2", "1", "2")]
    [InlineData("{0} and {1}", "1 and 2", "1", "2")]
    [InlineData("{1} and {0}", "2 and 1", "1", "2")]
    [InlineData("{1} and {2}", "1 and 2", "1", "2")]
    [InlineData("{ a } {b:x}", "1 2", "1", "2")]
    [InlineData("{a} {b} {c}", "1 2 {c}", "1", "2")]
    [InlineData("{a}", "1", "1", "2")]
    [InlineData("{{a}} {b}", "{{a}} 1", "1", "2")]
    [InlineData("none }", "none }", "1", "2")]
    public async Task A_template_is_filled_in_order(string template, string message, string first, string second)
    {
        var line = await JsonLineAsync(log => log.Log("Information", template, first, second));

        Assert.Equal(message, line.GetProperty("message").GetString());
    }

    [Fact]
    public async Task A_format_makes_text_of_a_number()
    {
        var line = await JsonLineAsync(log => log.Log("Information", "{share:0.00}", 0.5));

        Assert.Equal("0.50", line.GetProperty("message").GetString());
        Assert.Equal("\"0.50\"", line.GetProperty("share").GetRawText());
    }

    [Fact]
    public async Task A_message_without_arguments_is_no_template()
    {
        var line = await JsonLineAsync(log => log.Log(LogLevel.Information, "{a} <é>"));

        Assert.Equal("{a} <é>", line.GetProperty("message").GetString());
        Assert.False(line.TryGetProperty("a", out _));
    }

    [Fact]
    public async Task What_would_break_the_line_is_escaped()
    {
        var run = await LogAsync(log => log.Log("Information", "{user}", "a\n\"b\"\\\t\0<é😀"), format: "JSON");

        using var line = JsonDocument.Parse(Assert.Single(run.OutputLines));
        Assert.Equal("a\n\"b\"\\\t\0<é😀", line.RootElement.GetProperty("user").GetString());
        Assert.All(Assert.Single(run.OutputLines), character => Assert.InRange(character, ' ', '~'));
    }

    [Fact]
    public async Task An_exception_has_members_of_its_own()
    {
        var line = await JsonLineAsync(log => log.Log(
            LogLevel.Warning, new InvalidOperationException("why", new IOException("inner")), "{what} failed", "It"));

        Assert.Equal("Warning", line.GetProperty("level").GetString());
        Assert.Equal("It failed", line.GetProperty("message").GetString());
        Assert.Equal("It", line.GetProperty("what").GetString());
        Assert.Equal("System.InvalidOperationException", line.GetProperty("errorType").GetString());
        Assert.Equal("why", line.GetProperty("errorMessage").GetString());
        Assert.Equal("System.InvalidOperationException: why", line.GetProperty("stackTrace")[0].GetString());
        Assert.Equal("---> System.IO.IOException: inner", line.GetProperty("stackTrace")[1].GetString());
    }

    [Fact]
    public async Task What_escapes_the_handler_is_one_line_at_level_Error()
    {
        var run = await new Bootstrap
        {
            Environment = { ["AWS_LAMBDA_LOG_FORMAT"] = "JSON" },
            Handler = (_, _) => throw new InvalidOperationException("why"),
        }.RunAsync();

        using var line = JsonDocument.Parse(Assert.Single(run.OutputLines));
        Assert.Equal("Error", line.RootElement.GetProperty("level").GetString());
        Assert.Equal("request-1", line.RootElement.GetProperty("requestId").GetString());
        Assert.Equal("", line.RootElement.GetProperty("message").GetString());
        Assert.Equal("System.InvalidOperationException", line.RootElement.GetProperty("errorType").GetString());
        Assert.Equal("why", line.RootElement.GetProperty("errorMessage").GetString());
        Assert.True(line.RootElement.GetProperty("stackTrace").GetArrayLength() > 1);
    }

    [Theory]
    [InlineData(null, "Information,Warning,Error,Critical")]
    [InlineData("TRACE", "Trace,Debug,Information,Warning,Error,Critical")]
    [InlineData("Debug", "Debug,Information,Warning,Error,Critical")]
    [InlineData("WARN", "Warning,Error,Critical")]
    [InlineData("ERROR", "Error,Critical")]
    [InlineData("FATAL", "Critical")]
    [InlineData("nonsense", "Information,Warning,Error,Critical")]
    public async Task Lower_levels_are_left_out(string? minimum, string written)
    {
        var run = await LogAsync(
            log =>
            {
                foreach (var level in Enum.GetValues<LogLevel>())
                    log.Log(level, level.ToString());
            },
            format: "Unformatted",
            minimum);

        Assert.Equal(written.Split(','), run.OutputLines);
    }

    [Fact]
    public async Task The_handlers_own_settings_come_first()
    {
        var run = await new Bootstrap
        {
            Environment =
            {
                ["AWS_LAMBDA_LOG_FORMAT"] = "JSON",
                ["AWS_LAMBDA_HANDLER_LOG_FORMAT"] = "Unformatted",
                ["AWS_LAMBDA_LOG_LEVEL"] = "ERROR",
                ["AWS_LAMBDA_HANDLER_LOG_LEVEL"] = "Debug",
            },
            Handler = (_, context) =>
            {
                context.Logger.Log(LogLevel.Debug, "plain");
                return Task.FromResult(Stream.Null);
            },
        }.RunAsync();

        Assert.Equal(["plain"], run.OutputLines);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Text")]
    public async Task Text_has_time_request_level_and_message(string? format)
    {
        var run = await LogAsync(
            log =>
            {
                log.Log(LogLevel.Warning, "{who} waits", "Ann");
                log.Log(LogLevel.Error, new InvalidOperationException("why"), "{who} left", "Ann");
            },
            format);

        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z\trequest-1\twarn\tAnn waits\r?\n", run.Output);
        Assert.EndsWith(
            $"\trequest-1\tfail\tAnn left\nSystem.InvalidOperationException: why{Environment.NewLine}",
            run.Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_console_is_part_of_the_log()
    {
        var run = await LogAsync(
            log =>
            {
                Console.WriteLine("out {0}", 1);
                Console.WriteLine(2);
                Console.Error.WriteLine("err");
                Console.Write("as it is;");
                log.Log("so is this;");
                log.LogLine("line");
            },
            "JSON");

        var lines = run.Output.Replace("as it is;so is this;", "", StringComparison.Ordinal)
            .Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonSerializer.Deserialize<JsonElement>(line))
            .Select(line => $"{line.GetProperty("level")} {line.GetProperty("message")}");
        Assert.Equal(["Information out 1", "Information 2", "Information line"], lines);
        Assert.Contains("as it is;so is this;", run.Output, StringComparison.Ordinal);
        var error = JsonSerializer.Deserialize<JsonElement>(run.Error);
        Assert.Equal("Error", error.GetProperty("level").GetString());
        Assert.Equal("err", error.GetProperty("message").GetString());
    }

    [Fact]
    public async Task Before_the_first_event_there_is_no_request_ID()
    {
        var run = await new Bootstrap
        {
            Environment = { ["AWS_LAMBDA_LOG_FORMAT"] = "JSON" },
            Initializer = () =>
            {
                Console.WriteLine("starting");
                return Task.FromResult(true);
            },
        }.RunAsync();

        using var line = JsonDocument.Parse(Assert.Single(run.OutputLines));
        Assert.Equal(["timestamp", "level", "message"], line.RootElement.EnumerateObject().Select(member => member.Name));
    }

    private static async Task<JsonElement> JsonLineAsync(Action<ILambdaLogger> write)
    {
        var run = await LogAsync(write, "JSON");
        Assert.Null(run.Thrown);
        using var document = JsonDocument.Parse(Assert.Single(run.OutputLines));
        return document.RootElement.Clone();
    }

    private static Task<BootstrapRun> LogAsync(Action<ILambdaLogger> write, string? format, string? level = null) => new Bootstrap
    {
        Environment = { ["AWS_LAMBDA_LOG_FORMAT"] = format, ["AWS_LAMBDA_LOG_LEVEL"] = level },
        Events = [new() { TraceId = "Root=1" }],
        Handler = (_, context) =>
        {
            write(context.Logger);
            return Task.FromResult(Stream.Null);
        },
    }.RunAsync();
}
