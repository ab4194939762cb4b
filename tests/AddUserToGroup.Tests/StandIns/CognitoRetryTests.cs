using Amazon.CognitoIdentityProvider;

namespace AddUserToGroup.Tests.StandIns;

public sealed class CognitoRetryTests
{
    [Theory]
    [InlineData(500, "InternalErrorException", 2)]
    [InlineData(503, "Anything", 2)]
    [InlineData(400, "ThrottlingException", 2)]
    [InlineData(400, "TooManyRequestsException", 2)]
    [InlineData(429, "Anything", 1)]
    [InlineData(400, "UserNotFoundException", 1)]
    [InlineData(400, "AccessDeniedException", 1)]
    public async Task Faults_and_throttling_are_tried_again(int status, string code, int attempts)
    {
        await using var cognito = await CognitoServer.StartAsync(
            context => CognitoServer.AnswerAsync(context, status, $$"""{"__type":"{{code}}"}"""));
        using var client = cognito.Client();

        await Assert.ThrowsAnyAsync<AmazonCognitoIdentityProviderException>(
            () => client.AdminAddUserToGroupAsync(CognitoServer.Request));

        Assert.Equal(attempts, cognito.Received.Count);
    }

    [Fact]
    public async Task Three_attempts_are_the_default_and_the_last_may_succeed()
    {
        var attempts = 0;
        await using var cognito = await CognitoServer.StartAsync(context => ++attempts < 3
            ? CognitoServer.AnswerAsync(context, 500, "{}")
            : CognitoServer.AnswerAsync(context, 200, "{}"));
        var byDefault = new AmazonCognitoIdentityProviderConfig().MaxErrorRetry;
        using var client = cognito.Client(config => config.MaxErrorRetry = byDefault);

        var response = await client.AdminAddUserToGroupAsync(CognitoServer.Request);

        Assert.Equal("request-9", response.ResponseMetadata.RequestId);
        Assert.Equal(3, cognito.Received.Count);
    }

    [Fact]
    public async Task A_timeout_ends_every_attempt_and_then_the_call()
    {
        await using var cognito = await CognitoServer.StartAsync(
            context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        using var client = cognito.Client(config => config.Timeout = TimeSpan.FromMilliseconds(200));

        await Assert.ThrowsAsync<TimeoutException>(() => client.AdminAddUserToGroupAsync(CognitoServer.Request));

        // Up to ten more where the SDK takes a connection that it has just given up for a stale one.
        Assert.InRange(cognito.Received.Count, 2, 12);
    }

    [Fact]
    public async Task The_callers_cancellation_ends_the_call_at_once()
    {
        using var cancellation = new CancellationTokenSource();
        await using var cognito = await CognitoServer.StartAsync(async context =>
        {
            await cancellation.CancelAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        using var client = cognito.Client();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => client.AdminAddUserToGroupAsync(CognitoServer.Request, cancellation.Token));

        Assert.Single(cognito.Received);
    }

    [Fact]
    public async Task A_refused_connection_is_an_HTTP_request_exception()
    {
        var cognito = await CognitoServer.StartAsync();
        using var client = cognito.Client();
        await cognito.DisposeAsync();

        await Assert.ThrowsAsync<HttpRequestException>(() => client.AdminAddUserToGroupAsync(CognitoServer.Request));
    }

    [Fact]
    public async Task A_connection_that_breaks_is_an_IO_exception()
    {
        await using var cognito = await CognitoServer.StartAsync(context =>
        {
            context.Abort();
            return Task.CompletedTask;
        });
        using var client = cognito.Client();

        await Assert.ThrowsAnyAsync<IOException>(() => client.AdminAddUserToGroupAsync(CognitoServer.Request));
    }
}
