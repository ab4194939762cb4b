using System.Text;
using System.Text.Json;
using AddUserToGroup.Tests.Http;
using Microsoft.AspNetCore.Http;

namespace AddUserToGroup.Tests;

/// <summary>The executable from its first instruction on: Runtime API in front, Cognito's endpoint behind, both over HTTP.</summary>
public sealed class ProgramTests : IAsyncLifetime, IDisposable
{
    private readonly CancellationTokenSource _patience = new(TimeSpan.FromSeconds(30));
    private RuntimeApi _runtime = null!;
    private LoopbackServer _cognito = null!;

    // What opens the connection is no call.
    private IEnumerable<ReceivedRequest> CognitoCalls => _cognito.Received.Where(request => request.Method == "POST");

    public async Task InitializeAsync()
    {
        _runtime = await RuntimeApi.StartAsync();
        _cognito = await LoopbackServer.StartAsync(async (_, context) =>
        {
            context.Response.Headers["x-amzn-RequestId"] = "cognito-1";
            context.Response.ContentType = "application/x-amz-json-1.1";
            await context.Response.WriteAsync("{}");
        });
    }

    public async Task DisposeAsync()
    {
        await _runtime.DisposeAsync();
        await _cognito.DisposeAsync();
    }

    public void Dispose() => _patience.Dispose();

    [Fact]
    public async Task Serves_one_event_after_another_and_writes_one_audit_line_each()
    {
        await using var function = Start();

        var allowed = await _runtime.InvokeAsync(Encoding.UTF8.GetBytes(TestEvents.Text("allowed")), _patience.Token);
        var refused = await _runtime.InvokeAsync(Encoding.UTF8.GetBytes(TestEvents.Text("in-no-group")), _patience.Token);
        await function.StopAsync();

        Assert.Equal("/2018-06-01/runtime/invocation/invocation-1/response", allowed.Path);
        Assert.Equal("""{"data":{"userId":"ann@example.com","groupName":"EDITORS"}}""", allowed.Text);
        Assert.Equal("/2018-06-01/runtime/invocation/invocation-2/response", refused.Path);
        Assert.Equal(
            """{"error":{"type":"Unauthorized","message":"Not Authorized to access addUserToGroup on type Mutation"}}""", refused.Text);
        var request = Assert.Single(CognitoCalls);
        Assert.Equal("AWSCognitoIdentityProviderService.AdminAddUserToGroup", request.Headers["X-Amz-Target"]);
        Assert.Equal(["Added", "Unauthorized"], AuditLines(function).Select(line => line.GetProperty("outcome").GetString()!));
    }

    [Theory]
    [InlineData("AWS_LAMBDA_LOG", null, null)]
    [InlineData("AWS_LAMBDA_LOG", "Text", "WARN")]
    [InlineData("AWS_LAMBDA_HANDLER_LOG", "Unformatted", "WARN")]
    public async Task Writes_the_audit_line_as_JSON_whatever_the_deployment_has_set(string prefix, string? format, string? level)
    {
        await using var function = Start(($"{prefix}_FORMAT", format), ($"{prefix}_LEVEL", level));

        await _runtime.InvokeAsync(Encoding.UTF8.GetBytes(TestEvents.Text("allowed")), _patience.Token);
        await function.StopAsync();

        var line = Assert.Single(AuditLines(function));
        Assert.Equal("Information", line.GetProperty("level").GetString());
        Assert.Equal("invocation-1", line.GetProperty("requestId").GetString());
        Assert.Equal("ann@example.com", line.GetProperty("userId").GetString());
        Assert.Equal("cognito-1", line.GetProperty("cognitoRequestId").GetString());
        Assert.Equal(JsonValueKind.Number, line.GetProperty("durationMs").ValueKind);
        Assert.False(line.TryGetProperty("reason", out _));
    }

    [Fact]
    public async Task Writes_no_event_into_the_log_in_the_serializers_debug_mode()
    {
        await using var function = Start(("LAMBDA_NET_SERIALIZER_DEBUG", "true"));

        var response = await _runtime.InvokeAsync(
            Encoding.UTF8.GetBytes(TestEvents.Text("allowed-direct-resolver")), _patience.Token);
        await function.StopAsync();

        Assert.Equal("""{"userId":"ann@example.com","groupName":"EDITORS"}""", response.Text);
        Assert.DoesNotContain(function.Output, line => line.Contains("token", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Fails_what_is_no_event_and_serves_the_next_event()
    {
        byte[][] inputs =
        [
            .. ((string[])["", "{", "[]", "null", "\"text\"", "{\"identity\":{},\"identity\":{}}"]).Select(Encoding.UTF8.GetBytes),
            Encoding.UTF8.GetBytes($"{{\"identity\":{new string('[', 1_000_000)}"),
            Encoding.UTF8.GetBytes($"{{\"unknown\":\"{new string('a', 6_000_000)}\""),
            Encoding.Latin1.GetBytes("{\"\u00C3\u0028\":1}"),
        ];
        await using var function = Start();

        foreach (var json in inputs)
        {
            var error = await _runtime.InvokeAsync(json, _patience.Token);
            var next = await _runtime.InvokeAsync(Encoding.UTF8.GetBytes(TestEvents.Text("allowed")), _patience.Token);

            Assert.EndsWith("/error", error.Path, StringComparison.Ordinal);
            var document = JsonDocument.Parse(error.Body).RootElement;
            Assert.Equal("MutationFailedException", document.GetProperty("errorType").GetString());
            Assert.StartsWith("InternalError: The event is ", document.GetProperty("errorMessage").GetString(), StringComparison.Ordinal);
            Assert.EndsWith("/response", next.Path, StringComparison.Ordinal);
        }

        await function.StopAsync();
        Assert.Equal(inputs.Length, CognitoCalls.Count());
        Assert.Equal(
            inputs.SelectMany(_ => (string[])["InternalError", "Added"]),
            AuditLines(function).Select(line => line.GetProperty("outcome").GetString()!));
    }

    [Fact]
    public async Task Tells_AppSync_a_failure_by_a_function_error_whose_message_starts_with_the_type()
    {
        await using var function = Start(("ASSIGNABLE_GROUPS", "VIEWERS"));

        var error = await _runtime.InvokeAsync(Encoding.UTF8.GetBytes(TestEvents.Text("allowed-direct-resolver")), _patience.Token);

        Assert.Equal("/2018-06-01/runtime/invocation/invocation-1/error", error.Path);
        Assert.Equal(
            "GroupNotAssignable: Users cannot be added to this group here.",
            JsonDocument.Parse(error.Body).RootElement.GetProperty("errorMessage").GetString());
        Assert.Empty(CognitoCalls);
    }

    [Fact]
    public async Task Ends_when_its_Runtime_API_is_gone()
    {
        await using var function = Start();
        await _runtime.InvokeAsync(Encoding.UTF8.GetBytes(TestEvents.Text("in-no-group")), _patience.Token);

        await _runtime.DisposeAsync();

        Assert.NotEqual(0, await function.ExitCodeAsync(_patience.Token));
    }

    private FunctionProcess Start(params (string Name, string? Value)[] settings) => FunctionProcess.Start(
        _runtime.Address,
        [
            ("USER_POOL_ID", TestEvents.UserPoolId),
            ("USER_POOL_ISSUER", TestEvents.Issuer),
            ("AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER", _cognito.Address.ToString()),
            .. settings,
        ]);

    // Every line has to be JSON; the audit lines are those with an outcome.
    private static JsonElement[] AuditLines(FunctionProcess function) => [.. function.Output
        .Select(line => JsonDocument.Parse(line).RootElement)
        .Where(line => line.TryGetProperty("outcome", out _))];
}
