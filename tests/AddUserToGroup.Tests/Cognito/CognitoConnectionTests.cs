using AddUserToGroup.Cognito;
using AddUserToGroup.Shared.Faults;
using Amazon.CognitoIdentityProvider;

namespace AddUserToGroup.Tests.Cognito;

/// <summary>The connection that is opened before the first call: what it needs, and what it must not need.</summary>
public sealed class CognitoConnectionTests
{
    [Fact]
    public async Task Asks_the_endpoint_once_when_it_is_opened()
    {
        await using var cognito = new CognitoEndpoint();

        await OpenAsync(Config(cognito.Address));

        Assert.StartsWith("GET / ", Assert.Single(cognito.Requests), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Serves_one_call_after_another()
    {
        await using var cognito = new CognitoEndpoint();
        using var connection = new CognitoConnection(ShippedClient.NoTimeout);
        using var client = ShippedClient.Create(cognito.Address, connection);
        var userGroups = new CognitoUserGroups(client, TestEvents.UserPoolId);

        await connection.OpenAsync((AmazonCognitoIdentityProviderConfig)client.Config);
        var first = await userGroups.AddAsync(ShippedClient.Permitted(), default);
        var second = await userGroups.AddAsync(ShippedClient.Permitted(), default);

        Assert.Equal(("Added", "Added"), (first.Outcome, second.Outcome));
        Assert.Equal((3, 1), (cognito.Requests.Count, cognito.Connections));
    }

    [Fact]
    public async Task Serves_a_call_after_it_has_died()
    {
        await using var cognito = new CognitoEndpoint();
        using var connection = new CognitoConnection(ShippedClient.NoTimeout);
        using var client = ShippedClient.Create(cognito.Address, connection);
        cognito.Next(Behaviour.SendAndEnd(new HttpResponse(404).ToBytes(), it => it.CloseAsync()));

        await connection.OpenAsync((AmazonCognitoIdentityProviderConfig)client.Config);
        var result = await new CognitoUserGroups(client, TestEvents.UserPoolId).AddAsync(ShippedClient.Permitted(), default);

        Assert.Equal(("Added", 2), (result.Outcome, cognito.Connections));
    }

    [Fact]
    public async Task Leaves_an_endpoint_that_breaks_the_connection_to_the_first_call()
    {
        await using var cognito = new CognitoEndpoint { Otherwise = Behaviour.AtRequest(connection => connection.ResetAsync()) };

        Assert.Null(await Record.ExceptionAsync(() => OpenAsync(Config(cognito.Address))));
    }

    [Fact]
    public async Task Leaves_an_endpoint_that_does_not_answer_to_the_first_call()
    {
        await using var cognito = new CognitoEndpoint { Otherwise = Behaviour.AtRequest(connection => connection.HangAsync()) };

        Assert.Null(await Record.ExceptionAsync(() => OpenAsync(Config(cognito.Address), TimeSpan.FromMilliseconds(100))));
    }

    [Fact]
    public async Task Leaves_settings_that_contradict_each_other_to_the_first_call()
    {
        var config = Config(new Uri("http://localhost"));
        config.UseFIPSEndpoint = true;

        Assert.Null(await Record.ExceptionAsync(() => OpenAsync(config)));
    }

    [Fact]
    public async Task Does_not_swallow_a_defect() =>
        await Assert.ThrowsAsync<NullReferenceException>(() => OpenAsync(null!));

    private static AmazonCognitoIdentityProviderConfig Config(Uri endpoint) =>
        new() { ServiceURL = endpoint.ToString(), AuthenticationRegion = "us-east-1" };

    private static async Task OpenAsync(AmazonCognitoIdentityProviderConfig config, TimeSpan? attempt = null)
    {
        using var connection = new CognitoConnection(attempt ?? ShippedClient.NoTimeout);
        await connection.OpenAsync(config);
    }
}
