using System.Text.Json.Nodes;
using AddUserToGroup.Local.UserPool;

namespace AddUserToGroup.Local.Tests.UserPool;

/// <summary>What Cognito asks for beyond a password: a new one, or a code of an authenticator app.</summary>
public sealed class ChallengeTests(UserPoolFixture fixture) : IClassFixture<UserPoolFixture>, IDisposable
{
    private const string NewPassword = "Another-Passw0rd";

    private readonly PoolClient _pool = new(fixture.Pool.Info);

    [ToolTheory("node")]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Has_an_invited_user_set_a_password_at_the_first_sign_in(bool withSrp)
    {
        var user = $"invited-{withSrp}@example.com";
        await _pool.CallAsync(
            "AdminCreateUser", ("Username", user), ("TemporaryPassword", SampleUsers.TemporaryPassword), ("MessageAction", "SUPPRESS"));

        var challenge = withSrp
            ? await _pool.SignInWithSrpAsync(user, SampleUsers.TemporaryPassword)
            : await _pool.BeginAsync(user, SampleUsers.TemporaryPassword);
        Assert.Equal("NEW_PASSWORD_REQUIRED", (string?)challenge["ChallengeName"]);
        var tooShort = await Assert.ThrowsAsync<CognitoException>(() => _pool.RespondAsync(challenge, user, ("NEW_PASSWORD", "Short-0")));
        var tokens = await _pool.RespondAsync(challenge, user, ("NEW_PASSWORD", NewPassword));

        Assert.Equal("InvalidPasswordException: Password did not conform with policy: Password not long enough", tooShort.Message);
        Assert.NotNull(tokens["AuthenticationResult"]!["AccessToken"]);
        Assert.NotNull((await _pool.BeginAsync(user, NewPassword))["AuthenticationResult"]);
    }

    [ToolFact("node")]
    public async Task Asks_for_the_right_temporary_password_first()
    {
        var refusal = await Assert.ThrowsAsync<CognitoException>(() => _pool.BeginAsync(SampleUsers.Invited, "wrong"));

        Assert.Equal("NotAuthorizedException: Incorrect username or password.", refusal.Message);
    }

    [ToolFact("node")]
    public async Task Takes_the_response_in_the_challenges_own_session_only()
    {
        var challenge = await _pool.BeginAsync(SampleUsers.Invited, SampleUsers.TemporaryPassword);
        var others = new JsonObject { ["ChallengeName"] = "NEW_PASSWORD_REQUIRED", ["Session"] = "made-up-by-somebody-else" };

        await AssertInvalidAsync(_pool.RespondAsync(others, SampleUsers.Invited, ("NEW_PASSWORD", NewPassword)));
        await AssertInvalidAsync(_pool.RespondAsync(challenge, SampleUsers.Ann, ("NEW_PASSWORD", NewPassword)));
    }

    [ToolFact("node")]
    public async Task Completes_the_sign_in_with_a_code_of_the_authenticator_app()
    {
        var challenge = await _pool.SignInWithSrpAsync(SampleUsers.WithTotp, SampleUsers.Password);
        Assert.Equal("SOFTWARE_TOKEN_MFA", (string?)challenge["ChallengeName"]);

        var wrong = await Assert.ThrowsAsync<CognitoException>(() => SendAsync("abcdef"));
        var tokens = await SendAsync(AuthenticatorApp.Code(SampleUsers.TotpSecret));

        Assert.Equal("CodeMismatchException", wrong.Type);
        Assert.NotNull(tokens["AuthenticationResult"]!["AccessToken"]);
        await AssertInvalidAsync(SendAsync(AuthenticatorApp.Code(SampleUsers.TotpSecret)));

        Task<JsonNode> SendAsync(string code) =>
            _pool.RespondAsync(challenge, SampleUsers.WithTotp, ("SOFTWARE_TOKEN_MFA_CODE", code));
    }

    [ToolFact("node")]
    public async Task Lets_a_signed_in_user_set_up_an_authenticator_app()
    {
        var token = (await _pool.SignInAsync(SampleUsers.Ben)).AccessToken;
        var secret = (string)(await _pool.CallAsync("AssociateSoftwareToken", ("AccessToken", token)))["SecretCode"]!;
        await _pool.CallAsync("VerifySoftwareToken", ("AccessToken", token), ("UserCode", AuthenticatorApp.Code(secret)));
        Assert.NotNull((await _pool.BeginAsync(SampleUsers.Ben, SampleUsers.Password))["AuthenticationResult"]);

        await _pool.CallAsync(
            "SetUserMFAPreference",
            ("AccessToken", token),
            ("SoftwareTokenMfaSettings", new JsonObject { ["Enabled"] = true, ["PreferredMfa"] = true }));

        var challenge = await _pool.BeginAsync(SampleUsers.Ben, SampleUsers.Password);
        Assert.Equal("SOFTWARE_TOKEN_MFA", (string?)challenge["ChallengeName"]);
        var tokens = await _pool.RespondAsync(challenge, SampleUsers.Ben, ("SOFTWARE_TOKEN_MFA_CODE", AuthenticatorApp.Code(secret)));
        Assert.NotNull(tokens["AuthenticationResult"]);
    }

    [ToolFact("node")]
    public async Task Has_the_app_set_up_while_signing_in_where_the_pool_requires_a_code()
    {
        await using var started = await UserPoolFixture.StartAsync();
        using var pool = new PoolClient(started.Info);
        await pool.CallAsync("SetUserPoolMfaConfig", ("MfaConfiguration", "ON"));

        var challenge = await pool.BeginAsync(SampleUsers.Ann, SampleUsers.Password);
        Assert.Equal("MFA_SETUP", (string?)challenge["ChallengeName"]);
        var session = (string)challenge["Session"]!;
        var secret = (string)(await pool.CallAsync("AssociateSoftwareToken", ("Session", session)))["SecretCode"]!;
        await Assert.ThrowsAsync<CognitoException>(() => pool.RespondAsync(challenge, SampleUsers.Ann));
        await pool.CallAsync("VerifySoftwareToken", ("Session", session), ("UserCode", AuthenticatorApp.Code(secret)));

        Assert.NotNull((await pool.RespondAsync(challenge, SampleUsers.Ann))["AuthenticationResult"]);
        Assert.Equal("SOFTWARE_TOKEN_MFA", (string?)(await pool.BeginAsync(SampleUsers.Ann, SampleUsers.Password))["ChallengeName"]);
    }

    public void Dispose() => _pool.Dispose();

    private static async Task AssertInvalidAsync(Task<JsonNode> call) =>
        Assert.Equal("NotAuthorizedException: Invalid session for the user.", (await Assert.ThrowsAsync<CognitoException>(() => call)).Message);
}
