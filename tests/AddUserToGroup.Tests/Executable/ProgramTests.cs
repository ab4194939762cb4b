using System.Text.Json;
using AddUserToGroup.Shared.Contract;
using AddUserToGroup.Shared.Faults;

namespace AddUserToGroup.Tests.Executable;

/// <summary>The executable as Lambda starts it, with a Runtime API and a Cognito endpoint over HTTP.</summary>
public sealed class ProgramTests
{
    [Fact]
    public async Task Serves_one_event_after_another_and_writes_one_audit_line_each()
    {
        await using var function = await RunningFunction.StartAsync();

        var allowed = await function.InvokeAsync(TestEvents.Text("allowed"));
        var rejected = await function.InvokeAsync(TestEvents.Text("in-no-group"));
        await function.StopAsync();

        Assert.Equal("/2018-06-01/runtime/invocation/invocation-1/response", allowed.Path);
        Assert.Equal(Responses.Data, allowed.Text);
        Assert.Equal("/2018-06-01/runtime/invocation/invocation-2/response", rejected.Path);
        Assert.Equal(Responses.Error("Unauthorized"), rejected.Text);
        Assert.Equal(["Added", "Unauthorized"], function.Outcomes(2));
    }

    [Fact]
    public async Task Opens_the_connection_to_Cognito_before_the_first_event_and_uses_it()
    {
        await using var function = await RunningFunction.StartAsync();

        Assert.Equal(Responses.Data, (await function.InvokeAsync(TestEvents.Text("allowed"))).Text);

        // The request that opens it carries no credentials and no names.
        Assert.Equal($"GET / HTTP/1.1\r\nHost: {function.Cognito.Address.Authority}\r\n\r\n", function.Cognito.Requests[0]);
        Assert.Contains("X-Amz-Target: AWSCognitoIdentityProviderService.AdminAddUserToGroup\r\n", function.Cognito.Requests[1], StringComparison.Ordinal);
        Assert.Equal((2, 1), (function.Cognito.Requests.Count, function.Cognito.Connections));
    }

    [Fact]
    public async Task Does_not_call_Cognito_if_Lambda_leaves_no_time()
    {
        await using var function = await RunningFunction.StartAsync();
        function.TimeLeft = TimeSpan.FromMilliseconds(400);

        var posted = await function.InvokeAsync(TestEvents.Text("allowed"));

        Assert.Contains("\"Unavailable\"", posted.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(function.Cognito.Requests, request => request.StartsWith("POST", StringComparison.Ordinal));
    }

    // As some test tools send it.
    [Theory]
    [InlineData(null)]
    [InlineData(300.0 * 365)]
    public async Task Serves_an_event_without_a_deadline_or_with_one_centuries_away(double? days)
    {
        await using var function = await RunningFunction.StartAsync();
        function.TimeLeft = days is null ? null : TimeSpan.FromDays(days.Value);

        Assert.Equal(Responses.Data, (await function.InvokeAsync(TestEvents.Text("allowed"))).Text);
    }

    [Theory]
    [InlineData("AWS_LAMBDA_LOG", null, null)]
    [InlineData("AWS_LAMBDA_LOG", "Text", "WARN")]
    [InlineData("AWS_LAMBDA_HANDLER_LOG", "Unformatted", "WARN")]
    public async Task Writes_the_audit_line_as_JSON_whatever_the_deployment_sets(string prefix, string? format, string? level)
    {
        await using var function = await RunningFunction.StartAsync(settings: [($"{prefix}_FORMAT", format), ($"{prefix}_LEVEL", level)]);

        await function.InvokeAsync(TestEvents.Text("allowed"));
        await function.StopAsync();

        var line = Assert.Single(function.AuditLines["invocation-1"]);
        Assert.Equal("Information", line.GetProperty("level").GetString());
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$", line.GetProperty("timestamp").GetString());
        Assert.Equal("ann@example.com", line.GetProperty("userId").GetString());
        Assert.Equal("cognito-1", line.GetProperty("cognitoRequestId").GetString());
        Assert.Equal(JsonValueKind.Number, line.GetProperty("durationMs").ValueKind);
        Assert.False(line.TryGetProperty("reason", out _));
    }

    /// <summary>The SDK's next choice is AWS_ENDPOINT_URL.</summary>
    [Fact]
    public async Task Treats_an_empty_endpoint_as_unset()
    {
        await using var cognito = new CognitoEndpoint();
        await using var function = await RunningFunction.StartAsync(
            settings:
            [
                ("AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER", ""),
                ("AWS_ENDPOINT_URL", cognito.Address.ToString()),
            ]);

        Assert.Equal(Responses.Data, (await function.InvokeAsync(TestEvents.Text("allowed"))).Text);

        Assert.NotEmpty(cognito.Requests);
    }

    [Fact]
    public async Task Logs_no_event_in_the_serializers_debug_mode()
    {
        await using var function = await RunningFunction.StartAsync(settings: ("LAMBDA_NET_SERIALIZER_DEBUG", "true"));

        var posted = await function.InvokeAsync(TestEvents.Text("allowed-direct-resolver"));
        await function.StopAsync();

        Assert.Equal(Responses.Value, posted.Text);
        Assert.DoesNotContain(function.Output, line => line.Contains("token", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Throws_to_AppSync_an_error_whose_message_starts_with_the_type()
    {
        await using var function = await RunningFunction.StartAsync(settings: ("ASSIGNABLE_GROUPS", "VIEWERS"));

        var error = await function.InvokeAsync(TestEvents.Text("allowed-direct-resolver"));

        Assert.Equal("/2018-06-01/runtime/invocation/invocation-1/error", error.Path);
        Assert.Equal(
            $"GroupNotAssignable: {Sentences.Of("GroupNotAssignable")}",
            JsonDocument.Parse(error.Body).RootElement.GetProperty("errorMessage").GetString());
    }
}
