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
    private const string RetryIsSafe =
        "The user pool did not answer; whether the user was added is not known, and trying again is safe.";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task What_Cognito_acknowledges_is_added_with_Cognitos_request_id()
    {
        await using var cognito = await LoopbackServer.StartAsync((_, context) => AnswerAsync(context, 200, "{}"));

        var result = await AddAsync(cognito);

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
            AnswerAsync(context, status, $$"""{"__type":"{{code}}","message":"{{text}}"}"""));

        var result = await AddAsync(cognito);

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
            ? AnswerAsync(context, status, $$"""{"__type":"{{code}}"}""")
            : AnswerAsync(context, 200, "{}"));

        Assert.Equal(Outcome.Added, (await AddAsync(cognito)).Outcome);
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
                await AnswerAsync(context, 200, "{}");
                return;
            }

            context.Response.StatusCode = status;
            context.Response.ContentType = "text/html";
            context.Response.Headers.Location = "/elsewhere";
            await context.Response.WriteAsync(body);
        });

        var result = await AddAsync(cognito);

        Assert.Equal((Enum.Parse<Outcome>(outcome), reason, null), (result.Outcome, result.Reason, result.CognitoRequestId));
        Assert.DoesNotContain(cognito.Received, request => request.Path == "/elsewhere");
    }

    [Fact]
    public async Task A_hanging_endpoint_is_unavailable_when_the_deadline_has_passed()
    {
        using var deadline = new CancellationTokenSource();
        await using var cognito = await LoopbackServer.StartAsync(async (_, context) =>
        {
            await deadline.CancelAsync();
            await HangAsync(context);
        });

        var result = await AddAsync(cognito, deadline: deadline.Token);

        Assert.Equal(new MutationResult(Outcome.Unavailable, RetryIsSafe, "TaskCanceledException"), result);
        Assert.Single(cognito.Received);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(500)]
    public async Task An_answer_that_stalls_behind_its_first_line_is_unavailable_when_the_deadline_has_passed(int status)
    {
        using var deadline = new CancellationTokenSource();
        var over = new TaskCompletionSource();
        await using var cognito = await LoopbackServer.StartAsync(async (_, context) =>
        {
            context.Response.StatusCode = status;
            context.Response.ContentLength = 1_000;
            await context.Response.WriteAsync("{");
            await context.Response.Body.FlushAsync();
            await deadline.CancelAsync();
            // Goes on until the test has its result: only the deadline can have ended the wait.
            await over.Task;
        });

        var result = await AddAsync(cognito, deadline: deadline.Token);
        over.SetResult();

        Assert.Equal(new MutationResult(Outcome.Unavailable, RetryIsSafe, "TaskCanceledException"), result);
    }

    [Fact]
    public async Task An_attempt_that_hangs_is_given_up_and_the_next_one_adds_the_user()
    {
        var requests = 0;
        await using var cognito = await LoopbackServer.StartAsync((_, context) => Interlocked.Increment(ref requests) == 1
            ? HangAsync(context)
            : AnswerAsync(context, 200, "{}"));

        var result = await AddAsync(cognito, attempt: TimeSpan.FromMilliseconds(300));

        Assert.Equal(Outcome.Added, result.Outcome);
        Assert.Equal(2, cognito.Received.Count);
    }

    [Fact]
    public async Task An_endpoint_that_always_hangs_is_unavailable_after_three_attempts()
    {
        await using var cognito = await LoopbackServer.StartAsync((_, context) => HangAsync(context));

        var result = await AddAsync(cognito, attempt: TimeSpan.FromMilliseconds(300));

        Assert.Equal((Outcome.Unavailable, RetryIsSafe), (result.Outcome, result.Message));
        Assert.InRange(cognito.Received.Count, 3, 13);
    }

    [Fact]
    public async Task A_connection_that_breaks_after_the_request_is_tried_again()
    {
        var requests = 0;
        await using var cognito = await LoopbackServer.StartAsync((_, context) =>
        {
            if (Interlocked.Increment(ref requests) < 3)
            {
                context.Abort();
                return Task.CompletedTask;
            }

            return AnswerAsync(context, 200, "{}");
        });

        Assert.Equal(Outcome.Added, (await AddAsync(cognito)).Outcome);
    }

    [Fact]
    public async Task A_connection_that_always_breaks_is_unavailable()
    {
        await using var cognito = await LoopbackServer.StartAsync((_, context) =>
        {
            context.Abort();
            return Task.CompletedTask;
        });

        var result = await AddAsync(cognito);

        Assert.Equal((Outcome.Unavailable, RetryIsSafe), (result.Outcome, result.Message));
    }

    [Fact]
    public async Task An_answer_that_breaks_off_is_unavailable()
    {
        await using var cognito = await LoopbackServer.StartAsync(async (_, context) =>
        {
            context.Response.StatusCode = 400;
            context.Response.ContentLength = 1_000;
            await context.Response.WriteAsync("{\"__type\":\"UserNotFoun");
            await context.Response.Body.FlushAsync();
            context.Abort();
        });

        var result = await AddAsync(cognito);

        Assert.Equal((Outcome.Unavailable, RetryIsSafe), (result.Outcome, result.Message));
    }

    [Fact]
    public async Task Without_credentials_only_the_operator_can_help()
    {
        await using var cognito = await LoopbackServer.StartAsync((_, context) => AnswerAsync(context, 200, "{}"));

        var result = await AddAsync(cognito.Address, new NoCredentials(), Patience, CancellationToken.None);

        Assert.Equal(
            MutationResult.InternalError("AmazonClientException: the AWS SDK has no usable credentials, Region or endpoint"), result);
        Assert.Empty(cognito.Received);
    }

    [Fact]
    public async Task A_refused_connection_is_unavailable()
    {
        var result = await AddAsync(FreePort(), new BasicAWSCredentials("AKIDEXAMPLE", "secret"), Patience, CancellationToken.None);

        Assert.Equal((Outcome.Unavailable, RetryIsSafe), (result.Outcome, result.Message));
        Assert.Contains("Connection", result.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deadline_that_has_passed_makes_no_request()
    {
        await using var cognito = await LoopbackServer.StartAsync((_, context) => AnswerAsync(context, 200, "{}"));

        var result = await AddAsync(cognito, deadline: new CancellationToken(canceled: true));

        Assert.Equal(Outcome.Unavailable, result.Outcome);
        Assert.Empty(cognito.Received);
    }

    private static Task<MutationResult> AddAsync(
        LoopbackServer cognito, TimeSpan? attempt = null, CancellationToken deadline = default) =>
        AddAsync(cognito.Address, new BasicAWSCredentials("AKIDEXAMPLE", "secret"), attempt ?? Patience, deadline);

    private static async Task<MutationResult> AddAsync(
        Uri endpoint, AWSCredentials credentials, TimeSpan attempt, CancellationToken deadline)
    {
        using var connection = new CognitoConnection(attempt);
        var config = CognitoUserGroups.ClientConfig(connection);
        config.ServiceURL = endpoint.ToString();
        config.AuthenticationRegion = "us-east-1";
        using var client = new AmazonCognitoIdentityProviderClient(credentials, config);
        return await new CognitoUserGroups(client, TestEvents.UserPoolId).AddAsync(Permitted(), deadline);
    }

    private static PermittedMembership Permitted()
    {
        Assert.True(new EventReader(new LambdaJsonSerializer())
            .TryRead(TestEvents.Stream(TestEvents.Text("allowed")), out var mutation, out _));
        Assert.True(PermittedMembership.TryPermit(
            new Administrators(TestEvents.Issuer), AssignableGroups.Any, mutation, out var permitted, out _));
        return permitted;
    }

    private static async Task AnswerAsync(HttpContext context, int status, string body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/x-amz-json-1.1";
        context.Response.Headers["x-amzn-RequestId"] = "cognito-1";
        await context.Response.WriteAsync(body);
    }

    // Until the client gives up: its going away is what ends the request.
    private static async Task HangAsync(HttpContext context)
    {
        var gone = new TaskCompletionSource();
        await using var registration = context.RequestAborted.Register(gone.SetResult);
        await gone.Task;
    }

    private static Uri FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri($"http://{listener.LocalEndpoint}");
    }

    private sealed class NoCredentials : AWSCredentials
    {
        public override ImmutableCredentials GetCredentials() => throw new AmazonClientException("secret");
    }
}
