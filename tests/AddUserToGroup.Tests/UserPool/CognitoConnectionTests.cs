using AddUserToGroup.Tests.Http;
using AddUserToGroup.UserPool;
using Amazon.CognitoIdentityProvider;
using Amazon.Runtime;
using Microsoft.AspNetCore.Http;

namespace AddUserToGroup.Tests.UserPool;

/// <summary>The connection that is opened before the first call: what it needs, and what it must not need.</summary>
public sealed class CognitoConnectionTests
{
    [Fact]
    public async Task Opening_asks_the_endpoint_once()
    {
        await using var cognito = await LoopbackServer.StartAsync((_, context) => ShippedClient.AnswerAsync(context, 404, ""));

        await OpenAsync(Config(cognito.Address.ToString()));

        Assert.Equal("GET", Assert.Single(cognito.Received).Method);
    }

    [Fact]
    public async Task What_the_endpoint_redirects_to_is_not_asked()
    {
        await using var cognito = await LoopbackServer.StartAsync((_, context) =>
        {
            context.Response.Redirect("/elsewhere");
            return Task.CompletedTask;
        });

        await OpenAsync(Config(cognito.Address.ToString()));

        Assert.Equal("/", Assert.Single(cognito.Received).Path);
    }

    [Fact]
    public async Task A_cookie_is_not_sent_back()
    {
        await using var cognito = await LoopbackServer.StartAsync((_, context) =>
        {
            context.Response.Cookies.Append("name", "value");
            return ShippedClient.AnswerAsync(context, 200, "{}");
        });

        await AddTwiceAsync(cognito.Address.ToString());

        Assert.Equal(2, cognito.Received.Count);
        Assert.DoesNotContain(cognito.Received, request => request.Headers.ContainsKey("Cookie"));
    }

    [Fact]
    public async Task One_connection_serves_one_call_after_another()
    {
        var connections = new HashSet<string>();
        await using var cognito = await LoopbackServer.StartAsync((_, context) =>
        {
            connections.Add(context.Connection.Id);
            return ShippedClient.AnswerAsync(context, 200, "{}");
        });

        Assert.Equal([Outcome.Added, Outcome.Added], await AddTwiceAsync(cognito.Address.ToString()));

        Assert.Single(connections);
    }

    [Fact]
    public async Task An_endpoint_that_breaks_the_connection_is_left_to_the_first_call()
    {
        await using var cognito = await LoopbackServer.StartAsync((_, context) =>
        {
            context.Abort();
            return Task.CompletedTask;
        });

        Assert.Null(await Record.ExceptionAsync(() => OpenAsync(Config(cognito.Address.ToString()))));
    }

    [Fact]
    public async Task An_endpoint_that_does_not_answer_is_left_to_the_first_call()
    {
        await using var cognito = await LoopbackServer.StartAsync(async (_, context) =>
        {
            var gone = new TaskCompletionSource();
            await using var registration = context.RequestAborted.Register(gone.SetResult);
            await gone.Task;
        });

        Assert.Null(await Record.ExceptionAsync(
            () => OpenAsync(Config(cognito.Address.ToString()), attempt: TimeSpan.FromMilliseconds(100))));
    }

    [Fact]
    public async Task Settings_that_contradict_each_other_are_left_to_the_first_call()
    {
        var config = Config("http://localhost/");
        config.UseFIPSEndpoint = true;

        Assert.Null(await Record.ExceptionAsync(() => OpenAsync(config)));
    }

    [Fact]
    public async Task What_is_wrong_with_the_program_is_not_swallowed() =>
        await Assert.ThrowsAsync<NullReferenceException>(() => OpenAsync(null!));

    private static AmazonCognitoIdentityProviderConfig Config(string endpoint) =>
        new() { ServiceURL = endpoint, AuthenticationRegion = "us-east-1" };

    private static async Task<Outcome[]> AddTwiceAsync(string endpoint)
    {
        using var connection = new CognitoConnection(TimeSpan.FromSeconds(30));
        var config = CognitoUserGroups.ClientConfig(connection);
        config.ServiceURL = endpoint;
        config.AuthenticationRegion = "us-east-1";
        using var client = new AmazonCognitoIdentityProviderClient(new BasicAWSCredentials("AKIDEXAMPLE", "secret"), config);
        var userGroups = new CognitoUserGroups(client, TestEvents.UserPoolId);
        var first = await userGroups.AddAsync(ShippedClient.Permitted(), default);
        var second = await userGroups.AddAsync(ShippedClient.Permitted(), default);
        return [first.Outcome, second.Outcome];
    }

    private static async Task OpenAsync(AmazonCognitoIdentityProviderConfig config, TimeSpan? attempt = null)
    {
        using var connection = new CognitoConnection(attempt ?? TimeSpan.FromSeconds(30));
        await connection.OpenAsync(config);
    }
}
