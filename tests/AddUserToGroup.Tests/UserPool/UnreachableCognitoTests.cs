using System.Net;
using System.Net.Sockets;
using AddUserToGroup.Tests.Http;
using AddUserToGroup.UserPool;
using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using Amazon.Runtime;
using Microsoft.AspNetCore.Http;

namespace AddUserToGroup.Tests.UserPool;

/// <summary>No answer, half an answer, or one that comes too late: never a success, and never beyond the deadline.</summary>
public sealed class UnreachableCognitoTests
{
    [Fact]
    public async Task A_hanging_endpoint_is_unavailable_when_the_deadline_has_passed()
    {
        using var deadline = new CancellationTokenSource();
        await using var cognito = await LoopbackServer.StartAsync(async (_, context) =>
        {
            await deadline.CancelAsync();
            await HangAsync(context);
        });

        var result = await ShippedClient.AddAsync(cognito, deadline: deadline.Token);

        Assert.Equal(new MutationResult(Outcome.Unavailable, ShippedClient.RetryIsSafe, "TaskCanceledException"), result);
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

        var result = await ShippedClient.AddAsync(cognito, deadline: deadline.Token);
        over.SetResult();

        Assert.Equal(new MutationResult(Outcome.Unavailable, ShippedClient.RetryIsSafe, "TaskCanceledException"), result);
    }

    [Fact]
    public async Task The_deadline_ends_the_wait_for_a_client_that_does_not_heed_it()
    {
        using var client = new HeedlessClient();
        using var deadline = new CancellationTokenSource();

        var adding = new CognitoUserGroups(client, TestEvents.UserPoolId).AddAsync(ShippedClient.Permitted(), deadline.Token);
        await deadline.CancelAsync();

        // Bounded only so that a wait without end fails instead of hanging.
        Assert.Equal(Outcome.Unavailable, (await adding.WaitAsync(TimeSpan.FromSeconds(30))).Outcome);
    }

    [Fact]
    public async Task An_attempt_that_hangs_is_given_up_and_the_next_one_adds_the_user()
    {
        var requests = 0;
        await using var cognito = await LoopbackServer.StartAsync((_, context) => Interlocked.Increment(ref requests) == 1
            ? HangAsync(context)
            : ShippedClient.AnswerAsync(context, 200, "{}"));

        var result = await ShippedClient.AddAsync(cognito, attempt: TimeSpan.FromMilliseconds(300));

        Assert.Equal(Outcome.Added, result.Outcome);
        Assert.Equal(2, cognito.Received.Count);
    }

    [Fact]
    public async Task An_endpoint_that_always_hangs_is_unavailable_after_three_attempts()
    {
        await using var cognito = await LoopbackServer.StartAsync((_, context) => HangAsync(context));

        var result = await ShippedClient.AddAsync(cognito, attempt: TimeSpan.FromMilliseconds(300));

        Assert.Equal((Outcome.Unavailable, ShippedClient.RetryIsSafe), (result.Outcome, result.Message));
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

            return ShippedClient.AnswerAsync(context, 200, "{}");
        });

        Assert.Equal(Outcome.Added, (await ShippedClient.AddAsync(cognito)).Outcome);
    }

    [Fact]
    public async Task A_connection_that_always_breaks_is_unavailable()
    {
        await using var cognito = await LoopbackServer.StartAsync((_, context) =>
        {
            context.Abort();
            return Task.CompletedTask;
        });

        var result = await ShippedClient.AddAsync(cognito);

        Assert.Equal((Outcome.Unavailable, ShippedClient.RetryIsSafe), (result.Outcome, result.Message));
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

        var result = await ShippedClient.AddAsync(cognito);

        Assert.Equal((Outcome.Unavailable, ShippedClient.RetryIsSafe), (result.Outcome, result.Message));
    }

    [Fact]
    public async Task A_refused_connection_is_unavailable()
    {
        var result = await ShippedClient.AddAsync(FreePort(), new BasicAWSCredentials("AKIDEXAMPLE", "secret"));

        Assert.Equal((Outcome.Unavailable, ShippedClient.RetryIsSafe), (result.Outcome, result.Message));
        Assert.Contains("Connection", result.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deadline_that_has_passed_makes_no_request()
    {
        await using var cognito = await LoopbackServer.StartAsync((_, context) => ShippedClient.AnswerAsync(context, 200, "{}"));

        var result = await ShippedClient.AddAsync(cognito, deadline: new CancellationToken(canceled: true));

        Assert.Equal(Outcome.Unavailable, result.Outcome);
        Assert.Empty(cognito.Received);
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

    private sealed class HeedlessClient() : AmazonCognitoIdentityProviderClient(
        new BasicAWSCredentials("AKIDEXAMPLE", "secret"),
        new AmazonCognitoIdentityProviderConfig { ServiceURL = "http://localhost", AuthenticationRegion = "us-east-1" })
    {
        public override Task<AdminAddUserToGroupResponse> AdminAddUserToGroupAsync(
            AdminAddUserToGroupRequest request, CancellationToken cancellationToken = default) =>
            new TaskCompletionSource<AdminAddUserToGroupResponse>().Task;
    }
}
