using System.Net;
using System.Net.Sockets;
using AddUserToGroup.Tests.Http;
using AddUserToGroup.UserPool;
using Amazon.CognitoIdentityProvider;
using Amazon.Runtime;
using Microsoft.AspNetCore.Http;

namespace AddUserToGroup.Tests.UserPool;

/// <summary>
/// What each failure means where it is the last attempt's: the client as it ships, but for the retries and with them the
/// pauses between them.
/// </summary>
public sealed class LastAttemptTests
{
    private const string Busy = "The user pool is busy; try again in a few seconds.";

    [Theory]
    [InlineData(429, null)]
    [InlineData(429, "SomethingNewException")]
    [InlineData(400, "TooManyRequestsException")]
    [InlineData(400, "ThrottlingException")]
    [InlineData(400, "Throttling")]
    [InlineData(400, "RequestLimitExceeded")]
    public async Task Too_many_requests_are_throttled(int status, string? code)
    {
        var result = await FailAsync(status, code);

        Assert.Equal(new MutationResult(Outcome.Throttled, Busy, Reason(status, code), "cognito-1"), result);
    }

    [Theory]
    [InlineData(400, "RequestTimeout")]
    [InlineData(400, "RequestTimeoutException")]
    [InlineData(500, "InternalErrorException")]
    [InlineData(500, "SomethingNewException")]
    [InlineData(500, null)]
    [InlineData(502, null)]
    [InlineData(503, "ServiceUnavailable")]
    [InlineData(599, null)]
    public async Task A_fault_of_Cognitos_own_is_unavailable(int status, string? code)
    {
        var result = await FailAsync(status, code);

        Assert.Equal(new MutationResult(Outcome.Unavailable, ShippedClient.RetryIsSafe, Reason(status, code), "cognito-1"), result);
    }

    [Theory]
    [InlineData(400, "LimitExceededException")]
    [InlineData(499, "SomethingNewException")]
    [InlineData(499, null)]
    [InlineData(403, "AccessDenied")]
    public async Task What_no_retry_can_mend_is_the_operators(int status, string? code) =>
        Assert.Equal(MutationResult.InternalError(Reason(status, code), "cognito-1"), await FailAsync(status, code));

    [Fact]
    public async Task Half_an_answer_is_unavailable()
    {
        await using var cognito = await LoopbackServer.StartAsync(
            (_, context) => ShippedClient.AnswerAsync(context, 400, "{\"__type\":\"UserNotFoun"));

        var result = await AddAsync(cognito.Address);

        Assert.Equal(new MutationResult(Outcome.Unavailable, ShippedClient.RetryIsSafe, "no error code (HTTP 400)", "cognito-1"), result);
    }

    [Fact]
    public async Task A_connection_that_breaks_is_unavailable()
    {
        await using var cognito = await LoopbackServer.StartAsync((_, context) =>
        {
            context.Abort();
            return Task.CompletedTask;
        });

        var result = await AddAsync(cognito.Address);

        Assert.Equal((Outcome.Unavailable, ShippedClient.RetryIsSafe), (result.Outcome, result.Message));
        Assert.Matches("^(HttpIOException|IOException)$", result.Reason);
    }

    [Fact]
    public async Task A_refused_connection_is_unavailable()
    {
        using var closed = new TcpListener(IPAddress.Loopback, 0);
        closed.Start();
        var endpoint = new Uri($"http://{closed.LocalEndpoint}");
        closed.Stop();

        Assert.Equal(
            new MutationResult(Outcome.Unavailable, ShippedClient.RetryIsSafe, "ConnectionError"), await AddAsync(endpoint));
    }

    [Fact]
    public async Task An_attempt_without_an_answer_in_its_time_is_unavailable()
    {
        await using var cognito = await LoopbackServer.StartAsync(async (_, context) =>
        {
            var gone = new TaskCompletionSource();
            await using var registration = context.RequestAborted.Register(gone.SetResult);
            await gone.Task;
        });

        var result = await AddAsync(cognito.Address, attempt: TimeSpan.FromMilliseconds(100));

        Assert.Equal(new MutationResult(Outcome.Unavailable, ShippedClient.RetryIsSafe, "TimeoutException"), result);
    }

    private static async Task<MutationResult> FailAsync(int status, string? code)
    {
        await using var cognito = await LoopbackServer.StartAsync((_, context) => ShippedClient.AnswerAsync(
            context, status, code is null ? "" : $$"""{"__type":"{{code}}","message":"secret"}"""));
        return await AddAsync(cognito.Address);
    }

    private static async Task<MutationResult> AddAsync(Uri endpoint, TimeSpan? attempt = null)
    {
        using var connection = new CognitoConnection(attempt ?? TimeSpan.FromSeconds(30));
        var config = CognitoUserGroups.ClientConfig(connection);
        config.MaxErrorRetry = 0;
        config.ServiceURL = endpoint.ToString();
        config.AuthenticationRegion = "us-east-1";
        using var client = new AmazonCognitoIdentityProviderClient(new BasicAWSCredentials("AKIDEXAMPLE", "secret"), config);
        return await new CognitoUserGroups(client, TestEvents.UserPoolId).AddAsync(ShippedClient.Permitted(), default);
    }

    private static string Reason(int status, string? code) => $"{code ?? "no error code"} (HTTP {status})";
}
