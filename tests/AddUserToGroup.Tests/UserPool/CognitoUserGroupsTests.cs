using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using AddUserToGroup.AppSync;
using AddUserToGroup.Rules;
using AddUserToGroup.Tests.Http;
using AddUserToGroup.UserPool;
using Amazon.CognitoIdentityProvider;
using Amazon.Runtime;
using Microsoft.AspNetCore.Http;

namespace AddUserToGroup.Tests.UserPool;

/// <summary>The wrapper and the SDK's client as they ship, against a server that answers as the test says.</summary>
public sealed class CognitoUserGroupsTests
{
    private const string RetryIsSafe = ShippedClient.RetryIsSafe;

    [Fact]
    public async Task What_Cognito_acknowledges_is_added_with_Cognitos_request_id()
    {
        await using var cognito = await LoopbackServer.StartAsync((_, context) => ShippedClient.AnswerAsync(context, 200, "{}"));

        var result = await ShippedClient.AddAsync(cognito);

        Assert.Equal(new MutationResult(Outcome.Added, CognitoRequestId: "cognito-1"), result);
        var request = Assert.Single(cognito.Received);
        Assert.Equal("AWSCognitoIdentityProviderService.AdminAddUserToGroup", request.Headers["X-Amz-Target"]);
        Assert.Equal("application/x-amz-json-1.1", request.Headers["Content-Type"]);
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse("""{"UserPoolId":"us-east-1_LocalPool","Username":"ann@example.com","GroupName":"EDITORS"}"""),
            JsonNode.Parse(request.Text)));
        Assert.Contains("/us-east-1/cognito-idp/aws4_request", request.Headers["Authorization"], StringComparison.Ordinal);
    }

    // Status, error code, its text; outcome, the client's sentence, the operator's reason, requests made.
    public static TheoryData<int, string, string, string, string, string, int> Failures => new()
    {
        {
            400, "UserNotFoundException", "User does not exist.",
            "UserNotFound", "There is no such user in the user pool.", "UserNotFoundException (HTTP 400)", 1
        },
        {
            400, "ResourceNotFoundException", "Group not found.",
            "GroupNotFound", "There is no such group in the user pool.", "ResourceNotFoundException: Group not found.", 1
        },
        {
            400, "ResourceNotFoundException", "PAINTERS",
            "GroupNotFound", "There is no such group in the user pool.", "ResourceNotFoundException: PAINTERS", 1
        },
        {
            400, "ResourceNotFoundException", "User pool us-east-1_LocalPool does not exist.",
            "InternalError", Fault, "ResourceNotFoundException: User pool us-east-1_LocalPool does not exist.", 1
        },
        {
            400, "ResourceNotFoundException", "User pool does not exist.",
            "InternalError", Fault, "ResourceNotFoundException: User pool does not exist.", 1
        },
        {
            400, "ResourceNotFoundException", "us-east-1_LocalPool",
            "InternalError", Fault, "ResourceNotFoundException: us-east-1_LocalPool", 1
        },
        {
            400, "InvalidParameterException", "1 validation error detected",
            "InvalidInput", "The user pool does not accept this userId or groupName.", "InvalidParameterException (HTTP 400)", 1
        },
        {
            400, "TooManyRequestsException", "Rate exceeded",
            "Throttled", "The user pool is busy; try again in a few seconds.", "TooManyRequestsException (HTTP 400)", 3
        },
        {
            400, "ThrottlingException", "Rate exceeded",
            "Throttled", "The user pool is busy; try again in a few seconds.", "ThrottlingException (HTTP 400)", 3
        },
        {
            429, "TooManyRequestsException", "Rate exceeded",
            "Throttled", "The user pool is busy; try again in a few seconds.", "TooManyRequestsException (HTTP 429)", 3
        },
        {
            400, "Throttling", "Rate exceeded",
            "Throttled", "The user pool is busy; try again in a few seconds.", "Throttling (HTTP 400)", 3
        },
        {
            400, "RequestLimitExceeded", "Rate exceeded",
            "Throttled", "The user pool is busy; try again in a few seconds.", "RequestLimitExceeded (HTTP 400)", 3
        },
        {
            429, "SomethingNewException", "Rate exceeded",
            "Throttled", "The user pool is busy; try again in a few seconds.", "SomethingNewException (HTTP 429)", 1
        },
        { 400, "RequestTimeoutException", "secret", "Unavailable", RetryIsSafe, "RequestTimeoutException (HTTP 400)", 3 },
        { 500, "InternalErrorException", "secret", "Unavailable", RetryIsSafe, "InternalErrorException (HTTP 500)", 3 },
        { 503, "ServiceUnavailable", "secret", "Unavailable", RetryIsSafe, "ServiceUnavailable (HTTP 503)", 3 },
        {
            400, "NotAuthorizedException", "Not allowed.",
            "InternalError", Fault, "NotAuthorizedException: Not allowed.", 1
        },
        {
            400, "AccessDeniedException", "User: arn:aws:sts::111122223333:assumed-role/a/b is not authorized",
            "InternalError", Fault, "AccessDeniedException: User: arn:aws:sts::111122223333:assumed-role/a/b is not authorized", 1
        },
        { 400, "ExpiredTokenException", "secret", "InternalError", Fault, "ExpiredTokenException (HTTP 400)", 1 },
        { 400, "UnrecognizedClientException", "secret", "InternalError", Fault, "UnrecognizedClientException (HTTP 400)", 1 },
        { 400, "InvalidSignatureException", "secret", "InternalError", Fault, "InvalidSignatureException (HTTP 400)", 1 },
        { 400, "SomethingNewException", "secret", "InternalError", Fault, "SomethingNewException (HTTP 400)", 1 },
    };

    private const string Fault = "addUserToGroup has a fault that only its operator can mend; the function's log names it.";

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Each_of_Cognitos_errors_has_its_outcome(
        int status, string code, string text, string outcome, string message, string reason, int requests)
    {
        await using var cognito = await LoopbackServer.StartAsync((_, context) =>
            ShippedClient.AnswerAsync(context, status, $$"""{"__type":"{{code}}","message":"{{text}}"}"""));

        var result = await ShippedClient.AddAsync(cognito);

        Assert.Equal(new MutationResult(Enum.Parse<Outcome>(outcome), message, reason, "cognito-1"), result);
        Assert.Equal(requests, cognito.Received.Count);
    }

    [Theory]
    [InlineData(400, "TooManyRequestsException")]
    [InlineData(500, "InternalErrorException")]
    public async Task A_retry_that_succeeds_adds_the_user(int status, string code)
    {
        var requests = 0;
        await using var cognito = await LoopbackServer.StartAsync((_, context) => Interlocked.Increment(ref requests) < 3
            ? ShippedClient.AnswerAsync(context, status, $$"""{"__type":"{{code}}"}""")
            : ShippedClient.AnswerAsync(context, 200, "{}"));

        Assert.Equal(Outcome.Added, (await ShippedClient.AddAsync(cognito)).Outcome);
    }

    [Theory]
    [InlineData(200, "<html>captive portal</html>", "Unavailable", "HTTP 200 without a request id, which is not Cognito's")]
    [InlineData(302, "", "InternalError", "no error code (HTTP 302)")]
    [InlineData(400, "<html>bad request</html>", "InternalError", "no error code (HTTP 400)")]
    [InlineData(403, "", "InternalError", "no error code (HTTP 403)")]
    [InlineData(404, "no such path", "InternalError", "no error code (HTTP 404)")]
    [InlineData(500, "<html>error</html>", "Unavailable", "no error code (HTTP 500)")]
    [InlineData(503, "", "Unavailable", "no error code (HTTP 503)")]
    public async Task What_is_not_Cognitos_answer_is_never_a_success(int status, string body, string outcome, string reason)
    {
        await using var cognito = await LoopbackServer.StartAsync(async (request, context) =>
        {
            if (request.Path == "/elsewhere")
            {
                await ShippedClient.AnswerAsync(context, 200, "{}");
                return;
            }

            context.Response.StatusCode = status;
            context.Response.ContentType = "text/html";
            context.Response.Headers.Location = "/elsewhere";
            await context.Response.WriteAsync(body);
        });

        var result = await ShippedClient.AddAsync(cognito);

        Assert.Equal((Enum.Parse<Outcome>(outcome), reason, null), (result.Outcome, result.Reason, result.CognitoRequestId));
        Assert.DoesNotContain(cognito.Received, request => request.Path == "/elsewhere");
    }

    [Fact]
    public async Task Without_credentials_only_the_operator_can_help()
    {
        await using var cognito = await LoopbackServer.StartAsync((_, context) => ShippedClient.AnswerAsync(context, 200, "{}"));

        var result = await ShippedClient.AddAsync(cognito.Address, new NoCredentials());

        Assert.Equal(
            MutationResult.InternalError("AmazonClientException: the AWS SDK has no usable credentials, Region or endpoint"), result);
        Assert.Empty(cognito.Received);
    }

    private sealed class NoCredentials : AWSCredentials
    {
        public override ImmutableCredentials GetCredentials() => throw new AmazonClientException("secret");
    }
}
