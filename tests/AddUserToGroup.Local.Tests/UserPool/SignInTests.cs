using System.Text.Json.Nodes;
using AddUserToGroup.Local.UserPool;
using Microsoft.IdentityModel.JsonWebTokens;

namespace AddUserToGroup.Local.Tests.UserPool;

/// <summary>Signing in without a browser, as curl and the AWS CLI do. The page's tests sign in with SRP and set apps up.</summary>
[Collection("User pool")]
public sealed class SignInTests(UserPoolFixture fixture) : IDisposable
{
    private const string NewPassword = "Another-Passw0rd";

    private readonly PoolClient _pool = new(fixture.Pool);

    [ToolFact("node")]
    public async Task Issues_tokens_with_the_groups_for_the_time_that_the_template_sets()
    {
        var tokens = (await _pool.BeginAsync(SampleUsers.Administrator, SampleUsers.Password))["AuthenticationResult"]!;

        var access = new JsonWebToken((string)tokens["AccessToken"]!);
        Assert.Equal(SampleUsers.AdministratorsGroup, access.GetClaim("cognito:groups").Value);
        Assert.Equal(15 * 60, (int?)tokens["ExpiresIn"]);
        Assert.Equal(TimeSpan.FromMinutes(15), access.ValidTo - access.IssuedAt);
    }

    [ToolTheory("node")]
    [InlineData(SampleUsers.Administrator)]
    [InlineData(SampleUsers.Invited)]
    [InlineData("nobody@example.com")]
    public async Task Rejects_a_wrong_password_and_an_unknown_user_alike(string user)
    {
        var error = await Assert.ThrowsAsync<CognitoException>(() => _pool.BeginAsync(user, "wrong"));

        Assert.Equal("NotAuthorizedException: Incorrect username or password.", error.Message);
    }

    [ToolFact("node")]
    public async Task Rejects_a_refresh_token_that_was_revoked()
    {
        var session = await _pool.SignInAsync(SampleUsers.Ben);
        await _pool.RefreshAsync(session);

        await _pool.CallAsync("RevokeToken", ("Token", session.RefreshToken));

        var error = await Assert.ThrowsAsync<CognitoException>(() => _pool.RefreshAsync(session));
        Assert.Equal("NotAuthorizedException: Refresh Token has been revoked", error.Message);
    }

    [ToolFact("node")]
    public async Task Requires_a_new_password_from_an_invited_user_in_the_session_of_that_sign_in()
    {
        const string User = "new@example.com";
        await _pool.CallAsync(
            "AdminCreateUser", ("Username", User), ("TemporaryPassword", SampleUsers.TemporaryPassword), ("MessageAction", "SUPPRESS"));
        var challenge = await _pool.BeginAsync(User, SampleUsers.TemporaryPassword);
        Assert.Equal("NEW_PASSWORD_REQUIRED", (string?)challenge["ChallengeName"]);

        var madeUp = new JsonObject { ["ChallengeName"] = "NEW_PASSWORD_REQUIRED", ["Session"] = "made-up-by-somebody-else" };
        await AssertInvalidSessionAsync(_pool.RespondAsync(madeUp, User, ("NEW_PASSWORD", NewPassword)));
        await AssertInvalidSessionAsync(_pool.RespondAsync(challenge, SampleUsers.Ann, ("NEW_PASSWORD", NewPassword)));
        var tokens = await _pool.RespondAsync(challenge, User, ("NEW_PASSWORD", NewPassword));

        Assert.NotNull(tokens["AuthenticationResult"]!["AccessToken"]);
        Assert.NotNull((await _pool.BeginAsync(User, NewPassword))["AuthenticationResult"]);
    }

    [ToolFact("node")]
    public async Task Requires_a_code_of_the_authenticator_app_once_for_each_sign_in()
    {
        var challenge = await _pool.BeginAsync(SampleUsers.WithTotp, SampleUsers.Password);
        Assert.Equal("SOFTWARE_TOKEN_MFA", (string?)challenge["ChallengeName"]);

        var wrong = await Assert.ThrowsAsync<CognitoException>(() => SendAsync("abcdef"));
        var tokens = await SendAsync(AuthenticatorApp.Code(SampleUsers.TotpSecret));

        Assert.Equal("CodeMismatchException", wrong.Type);
        Assert.NotNull(tokens["AuthenticationResult"]!["AccessToken"]);
        await AssertInvalidSessionAsync(SendAsync(AuthenticatorApp.Code(SampleUsers.TotpSecret)));

        Task<JsonNode> SendAsync(string code) =>
            _pool.RespondAsync(challenge, SampleUsers.WithTotp, ("SOFTWARE_TOKEN_MFA_CODE", code));
    }

    public void Dispose() => _pool.Dispose();

    private static async Task AssertInvalidSessionAsync(Task<JsonNode> call) =>
        Assert.Equal("NotAuthorizedException: Invalid session for the user.", (await Assert.ThrowsAsync<CognitoException>(() => call)).Message);
}
