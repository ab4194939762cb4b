using System.Text.Json.Nodes;
using AddUserToGroup.Local.Tests.UserPool;
using AddUserToGroup.Local.UserPool;

namespace AddUserToGroup.Local.Tests;

/// <summary>A former administrator's token works until it expires, here as in AWS. They get no new one with the right.</summary>
[Collection("Stack")]
public sealed class TokenLifetimeTests(StackFixture fixture) : IDisposable
{
    private readonly PoolClient _pool = new(fixture.Stack.UserPool);
    private readonly GraphQLClient _api = new(fixture.Stack.GraphQL);

    [ToolTheory("node")]
    [InlineData("AdminRemoveUserFromGroup", "Unauthorized")]
    [InlineData("AdminUserGlobalSignOut", null)]
    [InlineData("AdminDisableUser", null)]
    [InlineData("AdminDeleteUser", null)]
    public async Task Ends_with_the_token_when_an_administrator_is_removed_signed_out_disabled_or_deleted(string operation, string? afterRefresh)
    {
        var administrator = await CreateAdministratorAsync($"{operation}@example.com");
        var tokens = await _pool.SignInAsync(administrator);

        await CallAsync(operation, administrator, ("GroupName", SampleUsers.AdministratorsGroup));

        Assert.Null(await AddAsync(tokens.AccessToken));
        Assert.Null(await AddAsync(tokens.IdToken));
        if (afterRefresh is null)
        {
            await Assert.ThrowsAsync<CognitoException>(() => _pool.RefreshAsync(tokens));
        }
        else
        {
            Assert.Equal(afterRefresh, await AddAsync(await _pool.RefreshAsync(tokens)));
        }
    }

    public void Dispose()
    {
        _pool.Dispose();
        _api.Dispose();
    }

    private async Task<string> CreateAdministratorAsync(string user)
    {
        await CallAsync("AdminCreateUser", user, ("MessageAction", "SUPPRESS"));
        await CallAsync("AdminSetUserPassword", user, ("Password", SampleUsers.Password), ("Permanent", true));
        await CallAsync("AdminAddUserToGroup", user, ("GroupName", SampleUsers.AdministratorsGroup));
        return user;
    }

    // Null if Ann was added.
    private async Task<string?> AddAsync(string token)
    {
        var (_, body) = await _api.AddUserToGroupAsync(token, SampleUsers.Ann, "EDITORS", CancellationToken.None);
        return (string?)body["errors"]?[0]!["errorType"];
    }

    private Task<JsonNode> CallAsync(string operation, string user, params (string Name, JsonNode? Value)[] input) =>
        _pool.CallAsync(operation, [("Username", user), .. input]);
}
