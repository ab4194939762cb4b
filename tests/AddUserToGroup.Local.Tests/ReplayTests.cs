using System.Net;
using System.Text.Json.Nodes;
using AddUserToGroup.Local.Commands;
using AddUserToGroup.Local.UserPool;

namespace AddUserToGroup.Local.Tests;

/// <summary>
/// What the README says under "Operating" of a token whose owner is no longer what it says: it passes until it ends, here
/// and in AWS, because its signature and its expiry are all that is checked. The next one does not.
/// </summary>
public sealed class ReplayTests(StackFixture fixture) : IClassFixture<StackFixture>, IDisposable
{
    private readonly CognitoClient _cognito = new(fixture.Stack.UserPool.Endpoint);
    private readonly GraphQLClient _api = new(fixture.Stack.GraphQL);

    private UserPoolInfo UserPool => fixture.Stack.UserPool;

    [ToolFact("node")]
    public async Task Passes_until_the_token_ends_where_its_user_was_removed_from_ADMINS()
    {
        var administrator = await CreateAdministratorAsync("removed@example.com");
        var before = await SignInAsync(administrator);

        await CallForAsync("AdminRemoveUserFromGroup", administrator, ("GroupName", "ADMINS"));

        await AssertAddsAsync(before.AccessToken);
        await AssertAddsAsync(before.IdToken);
        await AssertIsRefusedAsync((await SignInAsync(administrator)).AccessToken);
        await AssertIsRefusedAsync(await RefreshAsync(before));
    }

    [ToolTheory("node")]
    [InlineData("AdminUserGlobalSignOut", true)]
    [InlineData("AdminDisableUser", false)]
    [InlineData("AdminDeleteUser", false)]
    public async Task Passes_until_the_token_ends_and_is_not_refreshed_where_an_operator_ended_the_session(
        string operation, bool maySignInAgain)
    {
        var administrator = await CreateAdministratorAsync($"{operation}@example.com");
        var before = await SignInAsync(administrator);

        await CallForAsync(operation, administrator);

        await AssertAddsAsync(before.AccessToken);
        await Assert.ThrowsAsync<CognitoException>(() => RefreshAsync(before));
        var again = await Record.ExceptionAsync(() => SignInAsync(administrator));
        Assert.Equal(maySignInAgain, again is null);
    }

    [ToolFact("node")]
    public async Task Passes_until_the_token_ends_and_is_not_refreshed_where_its_user_signed_out()
    {
        var administrator = await CreateAdministratorAsync("signed-out@example.com");
        var before = await SignInAsync(administrator);

        await _cognito.CallAsync(
            "RevokeToken", new() { ["ClientId"] = UserPool.ClientId, ["Token"] = before.RefreshToken }, CancellationToken.None);

        await AssertAddsAsync(before.AccessToken);
        await Assert.ThrowsAsync<CognitoException>(() => RefreshAsync(before));
    }

    [ToolFact("node")]
    public async Task Gives_no_token_to_a_user_who_was_disabled_before_the_first_password_was_changed()
    {
        const string User = "disabled@example.com";
        await CallForAsync("AdminCreateUser", User, ("MessageAction", "SUPPRESS"), ("TemporaryPassword", SampleUsers.Password));
        var challenge = await AuthenticateAsync("InitiateAuth", "USER_PASSWORD_AUTH", User);

        await CallForAsync("AdminDisableUser", User);

        await Assert.ThrowsAsync<CognitoException>(() => _cognito.CallAsync(
            "RespondToAuthChallenge",
            new()
            {
                ["ChallengeName"] = "NEW_PASSWORD_REQUIRED",
                ["ClientId"] = UserPool.ClientId,
                ["Session"] = (string)challenge["Session"]!,
                ["ChallengeResponses"] = new JsonObject { ["USERNAME"] = User, ["NEW_PASSWORD"] = SampleUsers.Password },
            },
            CancellationToken.None));
        await Assert.ThrowsAsync<CognitoException>(() =>
            AuthenticateAsync("AdminInitiateAuth", "ADMIN_USER_PASSWORD_AUTH", User));
    }

    public void Dispose()
    {
        _cognito.Dispose();
        _api.Dispose();
    }

    private async Task<string> CreateAdministratorAsync(string user)
    {
        await CallForAsync("AdminCreateUser", user, ("MessageAction", "SUPPRESS"));
        await CallForAsync("AdminSetUserPassword", user, ("Password", SampleUsers.Password), ("Permanent", true));
        await CallForAsync("AdminAddUserToGroup", user, ("GroupName", "ADMINS"));
        return user;
    }

    private Task<SignedIn> SignInAsync(string user) =>
        _cognito.SignInAsync(UserPool.ClientId, user, SampleUsers.Password, CancellationToken.None);

    private Task<JsonNode> AuthenticateAsync(string operation, string flow, string user) => _cognito.CallAsync(
        operation,
        new()
        {
            ["AuthFlow"] = flow,
            ["ClientId"] = UserPool.ClientId,
            ["UserPoolId"] = UserPool.Id,
            ["AuthParameters"] = new JsonObject { ["USERNAME"] = user, ["PASSWORD"] = SampleUsers.Password },
        },
        CancellationToken.None);

    private async Task<string> RefreshAsync(SignedIn session)
    {
        var answer = await _cognito.CallAsync(
            "InitiateAuth",
            new()
            {
                ["AuthFlow"] = "REFRESH_TOKEN_AUTH",
                ["ClientId"] = UserPool.ClientId,
                ["AuthParameters"] = new JsonObject { ["REFRESH_TOKEN"] = session.RefreshToken },
            },
            CancellationToken.None);
        return (string)answer["AuthenticationResult"]!["AccessToken"]!;
    }

    private async Task AssertAddsAsync(string token)
    {
        await CallForAsync("AdminRemoveUserFromGroup", SampleUsers.Ann, ("GroupName", "EDITORS"));

        var (status, body) = await _api.AddUserToGroupAsync(token, SampleUsers.Ann, "EDITORS", CancellationToken.None);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Null(body["errors"]);
        Assert.Contains("EDITORS", await _cognito.GroupsOfAsync(UserPool.Id, SampleUsers.Ann, CancellationToken.None));
    }

    private async Task AssertIsRefusedAsync(string token)
    {
        await CallForAsync("AdminRemoveUserFromGroup", SampleUsers.Ann, ("GroupName", "EDITORS"));

        var (status, body) = await _api.AddUserToGroupAsync(token, SampleUsers.Ann, "EDITORS", CancellationToken.None);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("Unauthorized", (string?)body["errors"]![0]!["errorType"]);
        Assert.DoesNotContain("EDITORS", await _cognito.GroupsOfAsync(UserPool.Id, SampleUsers.Ann, CancellationToken.None));
    }

    private Task<JsonNode> CallForAsync(string operation, string user, params (string Name, JsonNode Value)[] input)
    {
        var parameters = new JsonObject { ["UserPoolId"] = UserPool.Id, ["Username"] = user };
        foreach (var (name, value) in input)
        {
            parameters[name] = value;
        }

        return _cognito.CallAsync(operation, parameters, CancellationToken.None);
    }
}
