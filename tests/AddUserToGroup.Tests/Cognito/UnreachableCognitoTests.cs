using AddUserToGroup.Cognito;
using AddUserToGroup.Shared.Faults;
using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using Amazon.Runtime;

namespace AddUserToGroup.Tests.Cognito;

/// <summary>How long an attempt, and all of them, may take.</summary>
public sealed class UnreachableCognitoTests
{
    // Real time, the client's own clock; long enough for an attempt that does not hang, however busy the machine is.
    private static readonly TimeSpan Attempt = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task Ends_the_wait_at_the_deadline_for_a_client_that_does_not_heed_it()
    {
        using var client = new HeedlessClient();
        using var deadline = new CancellationTokenSource();

        var adding = new CognitoUserGroups(client, TestEvents.UserPoolId).AddAsync(ShippedClient.Permitted(), deadline.Token);
        await deadline.CancelAsync();

        // Bounded only so that a wait without end fails instead of hanging.
        Assert.Equal("Unavailable", (await adding.WaitAsync(TimeSpan.FromSeconds(30))).Outcome);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Gives_up_an_attempt_that_hangs_and_adds_the_user_with_the_next_one(int stage)
    {
        await using var cognito = new CognitoEndpoint();
        cognito.Next(Hang(stage));

        // Bounded only so that a wait without end fails instead of hanging.
        var result = await ShippedClient.AddAsync(cognito.Address, attempt: Attempt).WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Equal("Added", result.Outcome);
        // The SDK takes one that it gave up for a broken connection now and then, and begins more than one anew.
        Assert.InRange(cognito.Met.Count, 2, int.MaxValue);
    }

    [Fact]
    public async Task Makes_no_request_once_the_deadline_has_passed()
    {
        await using var cognito = new CognitoEndpoint();

        var result = await ShippedClient.AddAsync(cognito.Address, deadline: new CancellationToken(canceled: true));

        Assert.Equal("Unavailable", result.Outcome);
        Assert.Empty(cognito.Met);
    }

    // Before the answer, in its headers, in the body of an error.
    private static Behaviour Hang(int stage)
    {
        var response = (HttpResponse.Error(500, "InternalErrorException", "") with { ContentLength = "1000" }).ToBytes();
        return Behaviour.SendAndEnd(
            response.AsMemory(0, stage switch { 0 => 0, 1 => 40, _ => response.Length }), connection => connection.HangAsync());
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
