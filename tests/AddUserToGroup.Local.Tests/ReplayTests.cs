using System.Net;
using System.Text.Json.Nodes;
using AddUserToGroup.Local.Tests.UserPool;
using AddUserToGroup.Local.UserPool;

namespace AddUserToGroup.Local.Tests;

/// <summary>
/// What the README says under "Operating" of a token whose owner is no longer what it says: it passes until it ends, here
/// and in AWS, because its signature and its expiry are all that is checked. The next one does not.
/// </summary>
[Collection("Stack")]
public sealed class ReplayTests(StackFixture fixture) : IDisposable
{
    private readonly PoolClient _pool = new(fixture.Stack.UserPool);
    private readonly GraphQLClient _api = new(fixture.Stack.GraphQL);

    [ToolFact("node")]
    public async Task Passes_until_the_token_ends_where_its_user_was_removed_from_ADMINS()
    {
        var administrator = await CreateAdministratorAsync("removed@example.com");
        var before = await _pool.SignInAsync(administrator);

        await CallForAsync("AdminRemoveUserFromGroup", administrator, ("GroupName", "ADMINS"));

        await AssertAddsAsync(before.AccessToken);
        await AssertAddsAsync(before.IdToken);
        await AssertIsRefusedAsync((await _pool.SignInAsync(administrator)).AccessToken);
        await AssertIsRefusedAsync(await _pool.RefreshAsync(before));
    }

    [ToolTheory("node")]
    [InlineData("AdminUserGlobalSignOut", true)]
    [InlineData("AdminDisableUser", false)]
    [InlineData("AdminDeleteUser", false)]
    public async Task Passes_until_the_token_ends_and_is_not_refreshed_where_an_operator_ended_the_session(
        string operation, bool maySignInAgain)
    {
        var administrator = await CreateAdministratorAsync($"{operation}@example.com");
        var before = await _pool.SignInAsync(administrator);

        await CallForAsync(operation, administrator);

        await AssertAddsAsync(before.AccessToken);
        await Assert.ThrowsAsync<CognitoException>(() => _pool.RefreshAsync(before));
        var again = await Record.ExceptionAsync(() => _pool.SignInAsync(administrator));
        Assert.Equal(maySignInAgain, again is null);
    }

    [ToolFact("node")]
    public async Task Passes_until_the_token_ends_and_is_not_refreshed_where_its_user_signed_out()
    {
        var administrator = await CreateAdministratorAsync("signed-out@example.com");
        var before = await _pool.SignInAsync(administrator);

        await _pool.CallAsync("RevokeToken", ("Token", before.RefreshToken));

        await AssertAddsAsync(before.AccessToken);
        await Assert.ThrowsAsync<CognitoException>(() => _pool.RefreshAsync(before));
    }

    [ToolFact("node")]
    public async Task Gives_no_token_to_a_user_who_was_disabled_before_the_first_password_was_changed()
    {
        const string User = "disabled@example.com";
        await CallForAsync("AdminCreateUser", User, ("MessageAction", "SUPPRESS"), ("TemporaryPassword", SampleUsers.Password));
        var challenge = await _pool.BeginAsync(User, SampleUsers.Password);

        await CallForAsync("AdminDisableUser", User);

        await Assert.ThrowsAsync<CognitoException>(() => _pool.RespondAsync(challenge, User, ("NEW_PASSWORD", SampleUsers.Password)));
        await Assert.ThrowsAsync<CognitoException>(() => _pool.BeginAsync(User, SampleUsers.Password));
    }

    public void Dispose()
    {
        _pool.Dispose();
        _api.Dispose();
    }

    private async Task<string> CreateAdministratorAsync(string user)
    {
        await CallForAsync("AdminCreateUser", user, ("MessageAction", "SUPPRESS"));
        await CallForAsync("AdminSetUserPassword", user, ("Password", SampleUsers.Password), ("Permanent", true));
        await CallForAsync("AdminAddUserToGroup", user, ("GroupName", "ADMINS"));
        return user;
    }

    private async Task AssertAddsAsync(string token)
    {
        await CallForAsync("AdminRemoveUserFromGroup", SampleUsers.Ann, ("GroupName", "EDITORS"));

        var (status, body) = await _api.AddUserToGroupAsync(token, SampleUsers.Ann, "EDITORS", CancellationToken.None);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Null(body["errors"]);
        Assert.Contains("EDITORS", await _pool.GroupsOfAsync(SampleUsers.Ann));
    }

    private async Task AssertIsRefusedAsync(string token)
    {
        await CallForAsync("AdminRemoveUserFromGroup", SampleUsers.Ann, ("GroupName", "EDITORS"));

        var (status, body) = await _api.AddUserToGroupAsync(token, SampleUsers.Ann, "EDITORS", CancellationToken.None);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("Unauthorized", (string?)body["errors"]![0]!["errorType"]);
        Assert.DoesNotContain("EDITORS", await _pool.GroupsOfAsync(SampleUsers.Ann));
    }

    private Task<JsonNode> CallForAsync(string operation, string user, params (string Name, JsonNode? Value)[] input) =>
        _pool.CallAsync(operation, [("Username", user), .. input]);
}
