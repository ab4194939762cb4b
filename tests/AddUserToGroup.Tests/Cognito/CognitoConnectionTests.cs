using AddUserToGroup.Shared.Faults;

namespace AddUserToGroup.Tests.Cognito;

/// <summary>The connection that is opened before the first call. Whatever goes wrong then is left to that call.</summary>
public sealed class CognitoConnectionTests
{
    [Fact]
    public async Task It_serves_one_call_after_another()
    {
        await using var cognito = new CognitoEndpoint();
        using var client = new ShippedClient(cognito.Address);

        await client.Connection.OpenAsync(client.Config);
        var first = await client.AddAsync();
        var second = await client.AddAsync();

        Assert.Equal(("Added", "Added"), (first.Outcome, second.Outcome));
        Assert.StartsWith("GET / ", cognito.Requests[0], StringComparison.Ordinal);
        Assert.Equal((3, 1), (cognito.Requests.Count, cognito.Connections));
    }

    [Fact]
    public async Task A_call_replaces_one_that_was_closed()
    {
        await using var cognito = new CognitoEndpoint();
        using var client = new ShippedClient(cognito.Address);
        cognito.Enqueue(Behaviour.SendAndEnd(new HttpResponse(404).ToBytes(), connection => connection.CloseAsync()));

        await client.Connection.OpenAsync(client.Config);

        Assert.Equal("Added", (await client.AddAsync()).Outcome);
        Assert.Equal(2, cognito.Connections);
    }

    [Fact]
    public async Task Opening_ignores_a_broken_connection() =>
        await OpenAsync(Behaviour.AtRequest(connection => connection.ResetAsync()));

    [Fact]
    public async Task Opening_ignores_a_timeout() =>
        await OpenAsync(Behaviour.AtRequest(connection => connection.HangAsync()), TimeSpan.FromMilliseconds(100));

    [Fact]
    public async Task Opening_ignores_settings_that_contradict_each_other()
    {
        using var client = new ShippedClient(new Uri("http://localhost"));
        client.Config.UseFIPSEndpoint = true;

        await client.Connection.OpenAsync(client.Config);
    }

    [Fact]
    public async Task Opening_does_not_ignore_a_defect()
    {
        using var client = new ShippedClient(new Uri("http://localhost"));

        await Assert.ThrowsAsync<NullReferenceException>(() => client.Connection.OpenAsync(null!));
    }

    private static async Task OpenAsync(Behaviour behaviour, TimeSpan? attemptTimeout = null)
    {
        await using var cognito = new CognitoEndpoint { Default = behaviour };
        using var client = new ShippedClient(cognito.Address, attemptTimeout);

        Assert.Null(await Record.ExceptionAsync(() => client.Connection.OpenAsync(client.Config)));
    }
}
