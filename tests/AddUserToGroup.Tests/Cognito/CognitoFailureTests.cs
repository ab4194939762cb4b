using AddUserToGroup.Cognito;
using AddUserToGroup.Results;
using AddUserToGroup.Shared.Contract;
using AddUserToGroup.Shared.Faults;

namespace AddUserToGroup.Tests.Cognito;

/// <summary>The result of each failure, without the SDK's retries and their pauses.</summary>
public sealed class CognitoFailureTests
{
    private static readonly FaultCase[] Responses = [.. CognitoErrors.Cases("secret"), .. ForeignResponses.Cases("secret")];

    public static TheoryData<string> Names => [.. Responses.Select(fault => fault.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Each_response_has_a_result_for_the_caller_and_the_operator(string name)
    {
        var fault = Responses.Single(fault => fault.Name == name);

        var result = await AddAsync(fault.Script[^1]);

        Assert.Equal(fault.Outcome, result.Outcome);
        Assert.Equal(result.IsSuccess ? null : Sentences.Of(fault.Outcome), result.Failure?.Message);
        Assert.Equal(fault.Reason ?? result.Failure?.Reason, result.Failure?.Reason);
    }

    [Fact]
    public async Task An_error_has_Cognitos_request_id() => Assert.Equal(
        "cognito-1", (await AddAsync(Behaviour.Respond(HttpResponse.Error(400, "UserNotFoundException", "")))).CognitoRequestId);

    [Fact]
    public async Task An_error_that_is_longer_than_Cognitos_is_not_read() => AssertUnavailable(
        "ConfigurationLimitExceeded", await AddAsync(Behaviour.Respond(new HttpResponse(400, new string(' ', CognitoHttpHandler.MaxLength + 1)))));

    [Fact]
    public async Task A_broken_connection_is_named() => AssertUnavailable(
        "^(HttpIOException|IOException)$", await AddAsync(Behaviour.AtRequest(connection => connection.ResetAsync())));

    [Fact]
    public async Task A_refused_connection_is_named()
    {
        await using var cognito = new CognitoEndpoint(refuses: true);
        using var client = new ShippedClient(cognito.Address, retries: 0);

        AssertUnavailable("ConnectionError", await client.AddAsync());
    }

    [Fact]
    public async Task A_timeout_of_an_attempt_is_named() => AssertUnavailable(
        "TimeoutException", await AddAsync(Behaviour.AtRequest(connection => connection.HangAsync()), TimeSpan.FromMilliseconds(100)));

    private static void AssertUnavailable(string reason, MutationResult result)
    {
        Assert.Equal((ErrorType.Unavailable, Sentences.Of("Unavailable")), (result.Failure?.Type, result.Failure?.Message));
        Assert.Matches(reason, result.Failure?.Reason);
    }

    private static async Task<MutationResult> AddAsync(Behaviour behaviour, TimeSpan? attemptTimeout = null)
    {
        await using var cognito = new CognitoEndpoint { Default = behaviour };
        using var client = new ShippedClient(cognito.Address, attemptTimeout, retries: 0);
        return await client.AddAsync();
    }
}
