using System.Text;
using System.Text.Json;
using AddUserToGroup.Shared.Faults;
using AddUserToGroup.Shared.Lambda;

namespace AddUserToGroup.Tests.Executable;

/// <summary>Secrets in events, in the environment and in what the endpoint says: none comes out of the executable.</summary>
public sealed class LeakTests
{
    // Processes side by side, for the SDK's pauses between attempts are real time.
    private const int Processes = 6;

    private static readonly string[] Promised =
        ["admin", "7c1f0a52-3d0b-4f0e-9a55-0c1d9b8e6a11", "203.0.113.7", "ann@example.com", "EDITORS"];

    [Fact]
    public async Task Lets_no_marker_out_under_any_fault_and_writes_one_line_with_the_right_outcome_for_each_event()
    {
        var cases = FaultTable.Cases(Markers.QuotedRequest);

        await Task.WhenAll(Enumerable.Range(0, Processes).Select(lane =>
            FeedAsync([.. cases.Where((_, index) => index % Processes == lane)])));
    }

    private static async Task FeedAsync(FaultCase[] cases)
    {
        var outcomes = new List<string>();
        await using var function = await RunningFunction.StartAsync(settings: Markers.Environment);
        foreach (var fault in cases)
        {
            var posted = await function.InvokeAsync(Markers.Event(), fault);
            var next = await function.InvokeSoundAsync(Markers.Event("allowed"));

            Assert.EndsWith(fault.Outcome == "Added" ? "/response" : "/error", posted.Path, StringComparison.Ordinal);
            AssertSilent(posted);
            Assert.Equal("""{"data":{"userId":"ann@example.com","groupName":"EDITORS"}}""", next.Text);
            outcomes.AddRange([fault.Outcome, "Added"]);
        }

        await function.StopAsync();
        Assert.All(function.Output, AssertSilent);
        // The session token goes to AWS and nowhere else; of the event, nothing but two names does.
        Assert.All(function.Cognito.Requests, request =>
            AssertSilent(request.Replace("marker-session-token", "", StringComparison.Ordinal)));
        Assert.Equal(outcomes, function.Outcomes(outcomes.Count));
        Assert.All(function.AuditLines.SelectMany(line => line), AssertPromised);
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
        AssertSilent(posted);
        Assert.Contains(function.Output, line => line.Contains(name, StringComparison.Ordinal));
        Assert.All(function.Output, AssertSilent);
    }

    [Fact]
    public async Task Lets_nothing_out_of_the_search_for_missing_credentials()
    {
        await using var function = await RunningFunction.StartAsync(
            settings:
            [
                .. Markers.Environment,
                ("AWS_ACCESS_KEY_ID", ""),
                ("AWS_PROFILE", "marker-profile"),
                ("AWS_EC2_METADATA_DISABLED", "true"),
            ]);

        var posted = await function.InvokeAsync(Markers.Event());
        await function.StopAsync();

        Assert.Contains("InternalError", posted.Text, StringComparison.Ordinal);
        AssertSilent(posted);
        Assert.All(function.Output, AssertSilent);
        Assert.Single(function.AuditLines["invocation-1"]);
    }

    [Fact]
    public async Task Quotes_no_event_that_is_broken_around_a_token()
    {
        var whole = Markers.Event();
        var token = whole.IndexOf("marker-token", StringComparison.Ordinal);
        byte[][] broken =
        [
            .. ((int[])[token, token + 1, token + 8, token + 12, token + 13, whole.Length - 1])
                .Select(length => Encoding.UTF8.GetBytes(whole[..length])),
            Encoding.UTF8.GetBytes($"[{whole}]"),
            Encoding.UTF8.GetBytes($"{whole}marker-trailer"),
            Encoding.UTF8.GetBytes(whole.Replace("\"marker-token\"", "marker-token", StringComparison.Ordinal)),
            Encoding.UTF8.GetBytes(whole.Replace("marker-token", "marker-\\x", StringComparison.Ordinal)),
            Encoding.UTF8.GetBytes(whole.Replace("marker-token", "marker-\u0001", StringComparison.Ordinal)),
            Encoding.UTF8.GetBytes($"{{\"identity\":\"marker-1\",\"identity\":\"marker-2\"}}"),
            Encoding.UTF8.GetBytes("\"marker-string\""),
            Encoding.UTF8.GetBytes("marker-text"),
            Encoding.UTF8.GetBytes(new string('[', 100) + "\"marker-deep\""),
            [.. Encoding.UTF8.GetBytes(whole[..(token + 8)]), 0xC3, 0x28, .. Encoding.UTF8.GetBytes(whole[(token + 8)..])],
        ];
        await using var function = await RunningFunction.StartAsync(settings: Markers.Environment);

        foreach (var json in broken)
        {
            var posted = await function.InvokeAsync(json);
            Assert.Contains("InternalError", posted.Text, StringComparison.Ordinal);
            AssertSilent(posted);
        }

        await function.StopAsync();
        Assert.All(function.Output, AssertSilent);
        Assert.Equal(broken.Length, function.AuditLines.Count);
        Assert.All(function.AuditLines, lines => Assert.Equal("InternalError", Assert.Single(lines).GetProperty("outcome").GetString()));
    }

    private static void AssertSilent(ReceivedRequest posted) =>
        Assert.All([posted.Path, posted.Text, .. posted.Headers.Values], AssertSilent);

    private static void AssertSilent(string text) => Assert.DoesNotContain(Markers.Prefix, text, StringComparison.Ordinal);

    // Shows that the lines were seen at all.
    private static void AssertPromised(JsonElement line) => Assert.Equal(
        Promised,
        ((string[])["username", "sub", "sourceIp", "userId", "groupName"]).Select(name => line.GetProperty(name).GetString()!));
}
