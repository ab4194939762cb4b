using System.Text.Json;
using Amazon.Lambda.Core;

namespace AddUserToGroup.Tests.StandIns;

[Collection(ProcessWideState.Name)]
public sealed class LogTemplateTests
{
    [Fact]
    public async Task A_template_becomes_members_of_the_right_types()
    {
        var line = await LogRun.JsonLineAsync(log => log.Log(
            LogLevel.Information,
            "{outcome} {sub} {duration} {ratio} {retried} {groups} {when} {nothing}",
            "Added",
            "a-1",
            42L,
            0.5,
            true,
            new[] { "ADMINS", "ED\"ITORS" },
            new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc),
            null));

        Assert.Equal(
            "timestamp level requestId traceId message outcome sub duration ratio retried groups when",
            string.Join(' ', line.EnumerateObject().Select(member => member.Name)));
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$", line.GetProperty("timestamp").GetString());
        Assert.Equal("Information", line.GetProperty("level").GetString());
        Assert.Equal("request-1", line.GetProperty("requestId").GetString());
        Assert.Equal("Root=1", line.GetProperty("traceId").GetString());
        Assert.Equal(
            "Added a-1 42 0.5 True {groups} 2026-01-02T03:04:05.000Z {nothing}",
            line.GetProperty("message").GetString());
        Assert.Equal("Added", line.GetProperty("outcome").GetString());
        Assert.Equal(42, line.GetProperty("duration").GetInt64());
        Assert.Equal(0.5, line.GetProperty("ratio").GetDouble());
        Assert.True(line.GetProperty("retried").GetBoolean());
        Assert.Equal(
            ["ADMINS", "ED\"ITORS"],
            line.GetProperty("groups").EnumerateArray().Select(group => group.GetString()));
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
        var line = await LogRun.JsonLineAsync(log => log.Log("Information", "{value}", value));

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
        var line = await LogRun.JsonLineAsync(log => log.Log("Information", template, first, second));

        Assert.Equal(message, line.GetProperty("message").GetString());
    }

    [Fact]
    public async Task A_format_makes_text_of_a_number()
    {
        var line = await LogRun.JsonLineAsync(log => log.Log("Information", "{share:0.00}", 0.5));

        Assert.Equal("0.50", line.GetProperty("message").GetString());
        Assert.Equal("\"0.50\"", line.GetProperty("share").GetRawText());
    }

    [Fact]
    public async Task A_message_without_arguments_is_no_template()
    {
        var line = await LogRun.JsonLineAsync(log => log.Log(LogLevel.Information, "{a} <é>"));

        Assert.Equal("{a} <é>", line.GetProperty("message").GetString());
        Assert.False(line.TryGetProperty("a", out _));
    }

    [Fact]
    public async Task What_would_break_the_line_is_escaped()
    {
        var run = await LogRun.OfAsync(log => log.Log("Information", "{user}", "a\n\"b\"\\\t\0<é😀"), format: "JSON");

        using var line = JsonDocument.Parse(Assert.Single(run.OutputLines));
        Assert.Equal("a\n\"b\"\\\t\0<é😀", line.RootElement.GetProperty("user").GetString());
        Assert.All(Assert.Single(run.OutputLines), character => Assert.InRange(character, ' ', '~'));
    }
}
