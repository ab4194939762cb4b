using System.Text.Json;
using Amazon.Lambda.Core;

namespace AddUserToGroup.Tests.StandIns;

[Collection(ProcessWideState.Name)]
public sealed class LogTests
{
    [Fact]
    public async Task An_exception_has_members_of_its_own()
    {
        var line = await LogRun.JsonLineAsync(log => log.Log(
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
        var run = await LogRun.OfAsync(
            log =>
            {
                foreach (var level in Enum.GetValues<LogLevel>())
                {
                    log.Log(level, level.ToString());
                }
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
        var run = await LogRun.OfAsync(
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
        var run = await LogRun.OfAsync(
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
        Assert.Equal(
            ["timestamp", "level", "message"], line.RootElement.EnumerateObject().Select(member => member.Name));
    }
}
