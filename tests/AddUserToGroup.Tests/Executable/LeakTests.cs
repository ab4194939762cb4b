using System.Text;
using System.Text.Json;
using AddUserToGroup.Shared.Contract;
using AddUserToGroup.Shared.Faults;
using AddUserToGroup.Shared.Lambda;

namespace AddUserToGroup.Tests.Executable;

/// <summary>No secret in an event, in the environment or in Cognito's responses leaves the executable.</summary>
public sealed class LeakTests
{
    // The SDK waits between attempts in real time, so several processes share the faults.
    private const int Processes = 6;

    private static readonly (string Member, string Value)[] AuditedMembers =
    [
        ("username", "admin"), ("sub", "7c1f0a52-3d0b-4f0e-9a55-0c1d9b8e6a11"), ("sourceIp", "203.0.113.7"),
        ("userId", "ann@example.com"), ("groupName", "EDITORS"),
    ];

    [Fact]
    public async Task Leaks_nothing_under_any_fault_and_writes_one_line_with_the_right_outcome_for_each_event()
    {
        var cases = FaultTable.Cases(Markers.QuotedRequest);

        await Task.WhenAll(Enumerable.Range(0, Processes).Select(process =>
            InvokeAllAsync([.. cases.Where((_, index) => index % Processes == process)])));
    }

    private static async Task InvokeAllAsync(FaultCase[] cases)
    {
        var outcomes = new List<string>();
        await using var function = await RunningFunction.StartAsync(settings: Markers.Environment);
        foreach (var fault in cases)
        {
            var posted = await function.InvokeAsync(Markers.Event(), fault);
            var next = await function.InvokeWithoutFaultAsync(Markers.Event("allowed"));

            Assert.EndsWith(fault.Outcome == "Added" ? "/response" : "/error", posted.Path, StringComparison.Ordinal);
            AssertNoMarker(posted);
            Assert.Equal(Responses.Data, next.Text);
            outcomes.AddRange([fault.Outcome, "Added"]);
        }

        await function.StopAsync();
        Assert.All(function.Output, AssertNoMarker);
        // AWS needs the session token, and only two names of the event.
        Assert.All(function.Cognito.Requests, request =>
            AssertNoMarker(request.Replace("marker-session-token", "", StringComparison.Ordinal)));
        Assert.Equal(outcomes, function.Outcomes(outcomes.Count));
        Assert.All(function.AuditLines.SelectMany(line => line), line => Assert.All(
            AuditedMembers, audited => Assert.Equal(audited.Value, line.GetProperty(audited.Member).GetString())));
    }

    public static TheoryData<string, string> WrongSettings => new()
    {
        { "USER_POOL_ID", "" },
        { "USER_POOL_ID", "marker-user-pool" },
        { "USER_POOL_ISSUER", "https://user:marker-password@cognito-idp.us-east-1.amazonaws.com/us-east-1_LocalPool" },
        { "USER_POOL_ISSUER", "marker-issuer" },
        { "ASSIGNABLE_GROUPS", "marker-group \u0001" },
        { "AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER", "marker-endpoint" },
        { "AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER", "ftp://user:marker-password@localhost" },
    };

    [Theory]
    [MemberData(nameof(WrongSettings))]
    public async Task Names_the_setting_in_an_init_error_and_quotes_no_value(string name, string value)
    {
        await using var function = await RunningFunction.StartAsync(settings: [.. Markers.Environment, (name, value)]);

        var (posted, exitCode) = await function.FailAsync();

        Assert.Equal(("/2018-06-01/runtime/init/error", 1), (posted.Path, exitCode));
        var document = JsonDocument.Parse(posted.Body).RootElement;
        Assert.Equal("InvalidSettingException", document.GetProperty("errorType").GetString());
        Assert.StartsWith($"{name} must ", document.GetProperty("errorMessage").GetString(), StringComparison.Ordinal);
        AssertNoMarker(posted);
        Assert.Contains(function.Output, line => line.Contains(name, StringComparison.Ordinal));
        Assert.All(function.Output, AssertNoMarker);
    }

    [Fact]
    public async Task Leaks_nothing_about_missing_credentials()
    {
        await using var function = await RunningFunction.StartAsync(settings:
        [
            .. Markers.Environment,
            ("AWS_ACCESS_KEY_ID", ""),
            ("AWS_PROFILE", "marker-profile"),
            ("AWS_EC2_METADATA_DISABLED", "true"),
        ]);

        var posted = await function.InvokeAsync(Markers.Event());
        await function.StopAsync();

        Assert.Contains("InternalError", posted.Text, StringComparison.Ordinal);
        AssertNoMarker(posted);
        Assert.All(function.Output, AssertNoMarker);
        Assert.Equal(["InternalError"], function.Outcomes(1));
    }

    [Fact]
    public async Task Rejects_invalid_events_without_quoting_them_and_serves_the_next_event()
    {
        var valid = Markers.Event();
        var token = valid.IndexOf("marker-token", StringComparison.Ordinal);
        byte[][] events =
        [
            .. ((int[])[0, 1, token, token + 1, token + 8, token + 12, token + 13, valid.Length - 1])
                .Select(length => Encoding.UTF8.GetBytes(valid[..length])),
            .. ((string[])
            [
                "[]", "null", "marker-text", "\"marker-string\"", $"[{valid}]", $"{valid}marker-trailer",
                valid.Replace("\"marker-token\"", "marker-token", StringComparison.Ordinal),
                valid.Replace("marker-token", "marker-\\x", StringComparison.Ordinal),
                valid.Replace("marker-token", "marker-\u0001", StringComparison.Ordinal),
                "{\"identity\":\"marker-1\",\"identity\":\"marker-2\"}",
                $"{{\"identity\":{new string('[', 1_000_000)}\"marker-deep\"",
                $"{{\"marker-unknown\":\"{new string('a', 6_000_000)}\"",
            ]).Select(Encoding.UTF8.GetBytes),
            // Not UTF-8.
            [.. Encoding.UTF8.GetBytes(valid[..(token + 8)]), 0xC3, 0x28, .. Encoding.UTF8.GetBytes(valid[(token + 8)..])],
        ];
        await using var function = await RunningFunction.StartAsync(settings: Markers.Environment);

        foreach (var json in events)
        {
            var error = await function.InvokeAsync(json);

            Assert.EndsWith("/error", error.Path, StringComparison.Ordinal);
            var document = JsonDocument.Parse(error.Body).RootElement;
            Assert.Equal("MutationFailedException", document.GetProperty("errorType").GetString());
            Assert.StartsWith("InternalError: The event is ", document.GetProperty("errorMessage").GetString(), StringComparison.Ordinal);
            AssertNoMarker(error);
            Assert.Contains("\"data\"", (await function.InvokeAsync(Markers.Event("allowed"))).Text, StringComparison.Ordinal);
        }

        await function.StopAsync();
        Assert.All(function.Output, AssertNoMarker);
        Assert.Equal(events.SelectMany(_ => (string[])["InternalError", "Added"]), function.Outcomes(2 * events.Length));
    }

    private static void AssertNoMarker(ReceivedRequest posted) =>
        Assert.All([posted.Path, posted.Text, .. posted.Headers.Values], AssertNoMarker);

    private static void AssertNoMarker(string text) => Assert.DoesNotContain(Markers.Prefix, text, StringComparison.Ordinal);
}
