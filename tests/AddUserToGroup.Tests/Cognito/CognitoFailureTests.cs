using AddUserToGroup.Cognito;
using AddUserToGroup.Results;
using AddUserToGroup.Shared.Faults;

namespace AddUserToGroup.Tests.Cognito;

/// <summary>What each failure of the last attempt means: the client as it ships, without retries and their pauses.</summary>
public sealed class CognitoFailureTests
{
    private static readonly FaultCase[] Responses = [.. CognitoErrors.Cases("secret"), .. ForeignResponses.Cases("secret")];

    public static TheoryData<string> Names => [.. Responses.Select(fault => fault.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Translates_each_response_for_the_caller_and_the_operator(string name)
    {
        var fault = Responses.Single(fault => fault.Name == name);

        var result = await AddAsync(fault.Script[^1]);

        Assert.Equal(fault.Outcome, result.Outcome);
        Assert.Equal(result.IsSuccess ? null : Sentences.Of(fault.Outcome), result.Failure?.Message);
        Assert.Equal(fault.Reason ?? result.Failure?.Reason, result.Failure?.Reason);
    }

    [Fact]
    public async Task Logs_the_id_that_Cognito_gave_the_request()
    {
        var result = await AddAsync(Behaviour.Respond(HttpResponse.Error(400, "UserNotFoundException", "") with { RequestId = "cognito-7" }));

        Assert.Equal("cognito-7", result.CognitoRequestId);
    }

    [Fact]
    public async Task Names_the_primary_Region_if_this_one_accepts_no_changes() => Assert.Equal(
        "OperationNotEnabledException: this Region's user pool is a secondary replica; deploy the mutation in the primary Region",
        (await AddAsync(Behaviour.Respond(HttpResponse.Error(400, "OperationNotEnabledException", "secret")))).Failure?.Reason);

    [Fact]
    public async Task Reads_no_error_that_is_longer_than_Cognitos() => AssertUnavailable(
        "ConfigurationLimitExceeded", await AddAsync(Behaviour.Respond(new HttpResponse(400, new string(' ', CognitoHttpHandler.MaxLength + 1)))));

    [Fact]
    public async Task Takes_half_an_error_for_no_response() => AssertUnavailable(
        @"^no error code \(HTTP 400\)$", await AddAsync(Behaviour.Respond(new HttpResponse(400, "{\"__type\":\"UserNotFoun"))));

    [Fact]
    public async Task Names_a_connection_that_breaks() => AssertUnavailable(
        "^(HttpIOException|IOException)$", await AddAsync(Behaviour.AtRequest(connection => connection.ResetAsync())));

    [Fact]
    public async Task Names_a_connection_that_is_refused()
    {
        await using var cognito = new CognitoEndpoint();
        await cognito.RefuseAsync();

        AssertUnavailable("ConnectionError", await AddAsync(cognito.Address));
    }

    [Fact]
    public async Task Names_an_attempt_that_took_too_long()
    {
        await using var cognito = new CognitoEndpoint { Otherwise = Behaviour.AtRequest(connection => connection.HangAsync()) };

        AssertUnavailable("TimeoutException", await AddAsync(cognito.Address, TimeSpan.FromMilliseconds(100)));
    }

    private static void AssertUnavailable(string reason, MutationResult result)
    {
        Assert.Equal((ErrorType.Unavailable, Sentences.Of("Unavailable")), (result.Failure?.Type, result.Failure?.Message));
        Assert.Matches(reason, result.Failure?.Reason);
    }

    private static async Task<MutationResult> AddAsync(Behaviour behaviour)
    {
        await using var cognito = new CognitoEndpoint { Otherwise = behaviour };
        return await AddAsync(cognito.Address);
    }

    private static async Task<MutationResult> AddAsync(Uri endpoint, TimeSpan? attempt = null)
    {
        using var connection = new CognitoConnection(attempt ?? ShippedClient.NoTimeout);
        using var client = ShippedClient.Create(endpoint, connection, retries: 0);
        return await new CognitoUserGroups(client, TestEvents.UserPoolId).AddAsync(ShippedClient.Permitted(), default);
    }
}
