using System.Text.Json.Nodes;
using AddUserToGroup.Local.UserPool;
using Microsoft.IdentityModel.JsonWebTokens;

namespace AddUserToGroup.Local.Tests.UserPool;

/// <summary>The calls of unmodified clients that cognito-local lacks, each as it is on the wire.</summary>
public sealed class AmplifyCallsTests(UserPoolFixture fixture) : IClassFixture<UserPoolFixture>, IDisposable
{
    private readonly CognitoClient _cognito = new(fixture.Pool.Info.Endpoint);

    private UserPoolInfo Info => fixture.Pool.Info;

    [ToolFact("node")]
    public async Task Signs_a_user_in_with_SRP()
    {
        var answer = await SignInWithSrpAsync(SampleUsers.Administrator, SampleUsers.Password);

        var token = new JsonWebToken((string)answer["AuthenticationResult"]!["AccessToken"]!);
        Assert.Equal("ADMINS", token.GetClaim("cognito:groups").Value);
    }

    [ToolTheory("node")]
    [InlineData(SampleUsers.Administrator)]
    [InlineData("nobody@example.com")]
    public async Task Refuses_SRP_with_a_wrong_password_and_of_an_unknown_user_alike(string user)
    {
        var refusal = await Assert.ThrowsAsync<CognitoException>(() => SignInWithSrpAsync(user, "wrong"));

        Assert.Equal("NotAuthorizedException: Incorrect username or password.", refusal.Message);
    }

    [ToolFact("node")]
    public async Task Takes_one_response_to_an_SRP_challenge()
    {
        var client = new SrpClient("LocalPool", SampleUsers.Password);
        var answer = client.Respond(await BeginAsync(SampleUsers.Ben, client.PublicValue));
        _ = await FinishAsync(answer);

        var refusal = await Assert.ThrowsAsync<CognitoException>(() => FinishAsync(answer));

        Assert.Equal("NotAuthorizedException", refusal.Type);
    }

    [ToolFact("node")]
    public async Task Refuses_a_public_value_that_would_need_no_password()
    {
        var refusal = await Assert.ThrowsAsync<CognitoException>(() => BeginAsync(SampleUsers.Ben, "0"));

        Assert.Equal("NotAuthorizedException", refusal.Type);
    }

    [ToolFact("node")]
    public async Task Refuses_an_unknown_user_like_a_wrong_password()
    {
        var refusal = await Assert.ThrowsAsync<CognitoException>(() => SignInAsync("nobody@example.com"));

        Assert.Equal("NotAuthorizedException: Incorrect username or password.", refusal.Message);
    }

    [ToolFact("node")]
    public async Task Refreshes_a_token_with_the_new_groups_and_the_same_origin()
    {
        var before = await SignInAsync(SampleUsers.Ann);
        await CallForAsync(SampleUsers.Ann, "AdminAddUserToGroup", new() { ["GroupName"] = "VIEWERS" });

        var answer = await RefreshAsync(before.RefreshToken);

        var after = new JsonWebToken((string)answer["AuthenticationResult"]!["AccessToken"]!);
        Assert.Equal("VIEWERS", after.GetClaim("cognito:groups").Value);
        Assert.Equal(new JsonWebToken(before.AccessToken).GetClaim("origin_jti").Value, after.GetClaim("origin_jti").Value);
        Assert.NotEmpty((string)answer["AuthenticationResult"]!["IdToken"]!);
    }

    [ToolFact("node")]
    public async Task Refreshes_no_session_that_was_revoked_and_every_other()
    {
        var revoked = await SignInAsync(SampleUsers.Ben);
        var other = await SignInAsync(SampleUsers.Ben);

        await _cognito.CallAsync(
            "RevokeToken", new() { ["ClientId"] = Info.ClientId, ["Token"] = revoked.RefreshToken }, CancellationToken.None);

        await AssertEndedAsync(revoked);
        _ = await RefreshAsync(other.RefreshToken);
    }

    [ToolFact("node")]
    public async Task Ends_all_of_a_users_sessions_by_a_global_sign_out()
    {
        SignedIn[] sessions = [await SignInAsync(SampleUsers.Ben), await SignInAsync(SampleUsers.Ben)];

        await _cognito.CallAsync(
            "GlobalSignOut", new() { ["AccessToken"] = sessions[0].AccessToken }, CancellationToken.None);

        await Assert.AllAsync(sessions, AssertEndedAsync);
    }

    [ToolFact("node")]
    public async Task Ends_a_users_sessions_for_an_operator()
    {
        var session = await SignInAsync(SampleUsers.Ben);

        await CallForAsync(SampleUsers.Ben, "AdminUserGlobalSignOut", []);

        await AssertEndedAsync(session);
    }

    [ToolFact("node")]
    public async Task Ends_no_sessions_of_whoever_is_no_user()
    {
        var refusal = await Assert.ThrowsAsync<CognitoException>(
            () => CallForAsync("nobody@example.com", "AdminUserGlobalSignOut", []));

        Assert.Equal("UserNotFoundException", refusal.Type);
    }

    public void Dispose() => _cognito.Dispose();

    private async Task<JsonNode> SignInWithSrpAsync(string user, string password)
    {
        var client = new SrpClient("LocalPool", password);
        return await FinishAsync(client.Respond(await BeginAsync(user, client.PublicValue)));
    }

    private async Task<JsonNode> BeginAsync(string user, string publicValue)
    {
        var answer = await _cognito.CallAsync(
            "InitiateAuth",
            new()
            {
                ["AuthFlow"] = "USER_SRP_AUTH",
                ["ClientId"] = Info.ClientId,
                ["AuthParameters"] = new JsonObject { ["USERNAME"] = user, ["SRP_A"] = publicValue },
            },
            CancellationToken.None);
        Assert.Equal("PASSWORD_VERIFIER", (string?)answer["ChallengeName"]);
        return answer["ChallengeParameters"]!;
    }

    private Task<JsonNode> FinishAsync(JsonObject responses) =>
        _cognito.CallAsync(
            "RespondToAuthChallenge",
            new()
            {
                ["ChallengeName"] = "PASSWORD_VERIFIER",
                ["ClientId"] = Info.ClientId,
                ["ChallengeResponses"] = responses.DeepClone(),
            },
            CancellationToken.None);

    private Task<SignedIn> SignInAsync(string user) =>
        _cognito.SignInAsync(Info.ClientId, user, SampleUsers.Password, CancellationToken.None);

    private Task<JsonNode> RefreshAsync(string refreshToken) =>
        _cognito.CallAsync(
            "GetTokensFromRefreshToken",
            new() { ["ClientId"] = Info.ClientId, ["RefreshToken"] = refreshToken },
            CancellationToken.None);

    private async Task AssertEndedAsync(SignedIn session)
    {
        var refusal = await Assert.ThrowsAsync<CognitoException>(() => RefreshAsync(session.RefreshToken));
        Assert.Equal("NotAuthorizedException", refusal.Type);
    }

    private Task<JsonNode> CallForAsync(string user, string operation, JsonObject input)
    {
        input["UserPoolId"] = Info.Id;
        input["Username"] = user;
        return _cognito.CallAsync(operation, input, CancellationToken.None);
    }
}
