using AddUserToGroup.Local.UserPool;
using Microsoft.IdentityModel.JsonWebTokens;

namespace AddUserToGroup.Local.Tests.UserPool;

/// <summary>The calls of unmodified clients that cognito-local lacks, each as it is on the wire.</summary>
[Collection("User pool")]
public sealed class AmplifyCallsTests(UserPoolFixture fixture) : IDisposable
{
    private readonly PoolClient _pool = new(fixture.Pool.Info);

    [ToolFact("node")]
    public async Task Signs_a_user_in_with_SRP()
    {
        var response = await _pool.SignInWithSrpAsync(SampleUsers.Administrator, SampleUsers.Password);

        var token = new JsonWebToken((string)response["AuthenticationResult"]!["AccessToken"]!);
        Assert.Equal("ADMINS", token.GetClaim("cognito:groups").Value);
    }

    [ToolTheory("node")]
    [InlineData(SampleUsers.Administrator)]
    [InlineData("nobody@example.com")]
    public async Task Refuses_a_wrong_password_and_an_unknown_user_alike(string user)
    {
        Func<string, string, Task>[] signIns = [_pool.SignInWithSrpAsync, (name, password) => _pool.BeginAsync(name, password)];

        foreach (var signIn in signIns)
        {
            var refusal = await Assert.ThrowsAsync<CognitoException>(() => signIn(user, "wrong"));
            Assert.Equal("NotAuthorizedException: Incorrect username or password.", refusal.Message);
        }
    }

    [ToolFact("node")]
    public async Task Takes_one_response_to_an_SRP_challenge()
    {
        var client = new SrpClient("LocalPool", SampleUsers.Password);
        var challenge = await _pool.BeginWithSrpAsync(SampleUsers.Ben, client.PublicValue);
        var response = client.Respond(challenge["ChallengeParameters"]!);
        _ = await _pool.RespondAsync(challenge, response);

        var refusal = await Assert.ThrowsAsync<CognitoException>(() => _pool.RespondAsync(challenge, response));

        Assert.Equal("NotAuthorizedException", refusal.Type);
    }

    [ToolFact("node")]
    public async Task Refuses_a_public_value_that_would_need_no_password()
    {
        var refusal = await Assert.ThrowsAsync<CognitoException>(() => _pool.BeginWithSrpAsync(SampleUsers.Ben, "0"));

        Assert.Equal("NotAuthorizedException", refusal.Type);
    }

    [ToolFact("node")]
    public async Task Refreshes_a_token_with_the_new_groups_and_the_same_origin()
    {
        var before = await _pool.SignInAsync(SampleUsers.Ann);
        await _pool.CallAsync("AdminAddUserToGroup", ("Username", SampleUsers.Ann), ("GroupName", "VIEWERS"));

        var response = await _pool.CallAsync(
            "GetTokensFromRefreshToken", ("ClientId", fixture.Pool.Info.ClientId), ("RefreshToken", before.RefreshToken));

        var after = new JsonWebToken((string)response["AuthenticationResult"]!["AccessToken"]!);
        Assert.Equal("VIEWERS", after.GetClaim("cognito:groups").Value);
        Assert.Equal(new JsonWebToken(before.AccessToken).GetClaim("origin_jti").Value, after.GetClaim("origin_jti").Value);
        Assert.NotEmpty((string)response["AuthenticationResult"]!["IdToken"]!);
    }

    [ToolFact("node")]
    public async Task Ends_a_revoked_session_and_no_other()
    {
        var revoked = await _pool.SignInAsync(SampleUsers.Ben);
        var other = await _pool.SignInAsync(SampleUsers.Ben);

        await _pool.CallAsync("RevokeToken", ("ClientId", fixture.Pool.Info.ClientId), ("Token", revoked.RefreshToken));

        await AssertEndedAsync(revoked);
        _ = await _pool.RefreshAsync(other);
    }

    [ToolFact("node")]
    public async Task Ends_all_of_a_users_sessions_by_a_global_sign_out()
    {
        SignedIn[] sessions = [await _pool.SignInAsync(SampleUsers.Ben), await _pool.SignInAsync(SampleUsers.Ben)];

        await _pool.CallAsync("GlobalSignOut", ("AccessToken", sessions[0].AccessToken));

        await Assert.AllAsync(sessions, AssertEndedAsync);
    }

    [ToolFact("node")]
    public async Task Ends_no_sessions_of_whoever_is_no_user() => Assert.Equal(
        "UserNotFoundException", (await _pool.RefusalAsync("AdminUserGlobalSignOut", ("Username", "nobody@example.com"))).Type);

    public void Dispose() => _pool.Dispose();

    private async Task AssertEndedAsync(SignedIn session)
    {
        var refusal = await Assert.ThrowsAsync<CognitoException>(() => _pool.RefreshAsync(session));
        Assert.Equal("NotAuthorizedException", refusal.Type);
    }
}
