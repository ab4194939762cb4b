using AddUserToGroup.Cognito;
using AddUserToGroup.Results;
using AddUserToGroup.Shared.Faults;

namespace AddUserToGroup.Tests.Cognito;

/// <summary>
/// What each failure means where it is the last attempt's: the client as it ships, but for the retries and with them the
/// pauses between them.
/// </summary>
public sealed class LastAttemptTests
{
    private const string Busy = "The user pool is busy; try again in a few seconds.";

    [Theory]
    [InlineData("UserNotFoundException", "no text", "UserNotFound", "There is no such user in the user pool.", "UserNotFoundException (HTTP 400)")]
    [InlineData("ResourceNotFoundException", "Group not found.", "GroupNotFound", "There is no such group in the user pool.", "ResourceNotFoundException: Group not found.")]
    [InlineData("InvalidParameterException", "no text", "InvalidInput", "The user pool does not accept this userId or groupName.", "InvalidParameterException (HTTP 400)")]
    public async Task Says_what_the_caller_can_mend_in_words_of_our_own(
        string code, string text, string outcome, string message, string reason) => Assert.Equal(
            MutationResult.Failed(new Failure(Enum.Parse<ErrorType>(outcome), message, reason), "cognito-1"), await FailAsync(400, code, text));

    [Theory]
    [InlineData("ResourceNotFoundException", "User pool us-east-1_OtherPool does not exist.")]
    [InlineData("ResourceNotFoundException", "us-east-1_LocalPool")]
    [InlineData("NotAuthorizedException", "not allowed")]
    [InlineData("AccessDeniedException", "not allowed")]
    public async Task Logs_what_the_operator_has_to_mend_with_Cognitos_words(string code, string text) =>
        Assert.Equal(MutationResult.Failed(Failure.InternalError($"{code}: {text}"), "cognito-1"), await FailAsync(400, code, text));

    [Fact]
    public async Task Says_where_the_mutation_belongs_where_the_Regions_pool_takes_no_changes() => Assert.Equal(
        MutationResult.Failed(
            Failure.InternalError(
                "OperationNotEnabledException: this Region's user pool is a secondary replica; deploy the mutation in the primary Region"),
            "cognito-1"),
        await FailAsync(400, "OperationNotEnabledException"));

    [Theory]
    [InlineData(200, null, "HTTP 200 without a request id, which is not from Cognito")]
    [InlineData(201, "cognito-1", "HTTP 201, which is not from Cognito")]
    [InlineData(204, "cognito-1", "HTTP 204, which is not from Cognito")]
    public async Task Takes_no_success_that_is_not_Cognitos(int status, string? requestId, string reason)
    {
        var result = await AddAsync(Behaviour.Respond(new HttpResponse(status) { RequestId = requestId }));

        Assert.Equal(MutationResult.Failed(new Failure(ErrorType.Unavailable, ShippedClient.RetryIsSafe, reason)), result);
    }

    [Fact]
    public async Task Gives_Unavailable_for_an_error_that_is_longer_than_any_of_Cognitos()
    {
        var result = await AddAsync(Behaviour.Respond(new HttpResponse(400, new string(' ', CognitoHttpHandler.MaxLength + 1))));

        Assert.Equal((ErrorType.Unavailable, ShippedClient.RetryIsSafe), (result.Failure?.Type, result.Failure?.Message));
    }

    [Theory]
    [InlineData(429, null)]
    [InlineData(429, "SomethingNewException")]
    [InlineData(400, "TooManyRequestsException")]
    [InlineData(400, "ThrottlingException")]
    [InlineData(400, "Throttling")]
    [InlineData(400, "RequestLimitExceeded")]
    public async Task Gives_Throttled_for_too_many_requests(int status, string? code)
    {
        var result = await FailAsync(status, code);

        Assert.Equal(MutationResult.Failed(new Failure(ErrorType.Throttled, Busy, Reason(status, code)), "cognito-1"), result);
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
    public async Task Gives_Unavailable_for_a_fault_of_Cognitos_own(int status, string? code)
    {
        var result = await FailAsync(status, code);

        Assert.Equal(MutationResult.Failed(new Failure(ErrorType.Unavailable, ShippedClient.RetryIsSafe, Reason(status, code)), "cognito-1"), result);
    }

    [Theory]
    [InlineData(400, "LimitExceededException")]
    [InlineData(400, "SomethingNewException")]
    [InlineData(499, "SomethingNewException")]
    [InlineData(499, null)]
    [InlineData(499, "")]
    [InlineData(403, "AccessDenied")]
    public async Task Leaves_what_no_retry_can_mend_to_the_operator(int status, string? code) =>
        Assert.Equal(MutationResult.Failed(Failure.InternalError(Reason(status, code)), "cognito-1"), await FailAsync(status, code));

    [Fact]
    public async Task Gives_Unavailable_for_half_a_response()
    {
        var result = await AddAsync(Behaviour.Respond(new HttpResponse(400, "{\"__type\":\"UserNotFoun")));

        Assert.Equal(MutationResult.Failed(new Failure(ErrorType.Unavailable, ShippedClient.RetryIsSafe, "no error code (HTTP 400)"), "cognito-1"), result);
    }

    [Fact]
    public async Task Gives_Unavailable_for_a_connection_that_breaks()
    {
        var result = await AddAsync(Behaviour.AtRequest(connection => connection.ResetAsync()));

        Assert.Equal((ErrorType.Unavailable, ShippedClient.RetryIsSafe), (result.Failure?.Type, result.Failure?.Message));
        Assert.Matches("^(HttpIOException|IOException)$", result.Failure?.Reason);
    }

    [Fact]
    public async Task Gives_Unavailable_for_a_refused_connection()
    {
        await using var cognito = new CognitoEndpoint();
        await cognito.RefuseAsync();

        Assert.Equal(
            MutationResult.Failed(new Failure(ErrorType.Unavailable, ShippedClient.RetryIsSafe, "ConnectionError")), await AddAsync(cognito.Address));
    }

    [Fact]
    public async Task Gives_Unavailable_for_no_response_in_its_time()
    {
        await using var cognito = new CognitoEndpoint { Otherwise = Behaviour.AtRequest(connection => connection.HangAsync()) };

        var result = await AddAsync(cognito.Address, attempt: TimeSpan.FromMilliseconds(100));

        Assert.Equal(MutationResult.Failed(new Failure(ErrorType.Unavailable, ShippedClient.RetryIsSafe, "TimeoutException")), result);
    }

    private static Task<MutationResult> FailAsync(int status, string? code, string text = "secret") => AddAsync(Behaviour.Respond(
        code is null ? new HttpResponse(status) : HttpResponse.Error(status, code, text)));

    private static async Task<MutationResult> AddAsync(Behaviour behaviour)
    {
        await using var cognito = new CognitoEndpoint { Otherwise = behaviour };
        return await AddAsync(cognito.Address);
    }

    private static async Task<MutationResult> AddAsync(Uri endpoint, TimeSpan? attempt = null)
    {
        using var connection = new CognitoConnection(attempt ?? ShippedClient.Patience);
        using var client = ShippedClient.Create(endpoint, connection, retries: 0);
        return await new CognitoUserGroups(client, TestEvents.UserPoolId).AddAsync(ShippedClient.Permitted(), default);
    }

    private static string Reason(int status, string? code) => $"{(string.IsNullOrEmpty(code) ? "no error code" : code)} (HTTP {status})";
}
