using System.Text.Json.Nodes;
using AddUserToGroup.Local.UserPool;

namespace AddUserToGroup.Local.Tests.UserPool;

/// <summary>What Cognito asks for beyond a password: a new one, or a code of an authenticator app.</summary>
public sealed class ChallengeTests(UserPoolFixture fixture) : IClassFixture<UserPoolFixture>, IDisposable
{
    private const string NewPassword = "Another-Passw0rd";

    private readonly CognitoClient _cognito = new(fixture.Pool.Info.Endpoint);

    private UserPoolInfo Info => fixture.Pool.Info;

    [ToolTheory("node")]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Has_an_invited_user_set_a_password_at_the_first_sign_in(bool withSrp)
    {
        var user = $"invited-{withSrp}@example.com";
        await CreateAsync(user);

        var challenge = withSrp ? await SignInWithSrpAsync(user, SampleUsers.TemporaryPassword) : await SignInAsync(user, SampleUsers.TemporaryPassword);
        Assert.Equal("NEW_PASSWORD_REQUIRED", (string?)challenge["ChallengeName"]);
        var tooShort = await Assert.ThrowsAsync<CognitoException>(() => RespondAsync(challenge, user, ("NEW_PASSWORD", "Short-0")));
        var tokens = await RespondAsync(challenge, user, ("NEW_PASSWORD", NewPassword));

        Assert.Equal("InvalidPasswordException: Password did not conform with policy: Password not long enough", tooShort.Message);
        Assert.NotNull(tokens["AuthenticationResult"]!["AccessToken"]);
        Assert.NotNull((await SignInAsync(user, NewPassword))["AuthenticationResult"]);
    }

    [ToolFact("node")]
    public async Task Asks_for_the_right_temporary_password_first()
    {
        var refusal = await Assert.ThrowsAsync<CognitoException>(() => SignInAsync(SampleUsers.Invited, "wrong"));

        Assert.Equal("NotAuthorizedException: Incorrect username or password.", refusal.Message);
    }

    [ToolFact("node")]
    public async Task Takes_the_response_in_the_challenges_own_session_only()
    {
        var challenge = await SignInAsync(SampleUsers.Invited, SampleUsers.TemporaryPassword);
        var others = new JsonObject { ["ChallengeName"] = "NEW_PASSWORD_REQUIRED", ["Session"] = "made-up-by-somebody-else" };

        await AssertInvalidAsync(RespondAsync(others, SampleUsers.Invited, ("NEW_PASSWORD", NewPassword)));
        await AssertInvalidAsync(RespondAsync(challenge, SampleUsers.Ann, ("NEW_PASSWORD", NewPassword)));
    }

    [ToolFact("node")]
    public async Task Completes_the_sign_in_with_a_code_of_the_authenticator_app()
    {
        var challenge = await SignInWithSrpAsync(SampleUsers.WithTotp, SampleUsers.Password);
        Assert.Equal("SOFTWARE_TOKEN_MFA", (string?)challenge["ChallengeName"]);

        var wrong = await Assert.ThrowsAsync<CognitoException>(
            () => RespondAsync(challenge, SampleUsers.WithTotp, ("SOFTWARE_TOKEN_MFA_CODE", "abcdef")));
        var tokens = await RespondAsync(challenge, SampleUsers.WithTotp, ("SOFTWARE_TOKEN_MFA_CODE", AuthenticatorApp.Code(SampleUsers.TotpSecret)));

        Assert.Equal("CodeMismatchException", wrong.Type);
        Assert.NotNull(tokens["AuthenticationResult"]!["AccessToken"]);
        await AssertInvalidAsync(RespondAsync(challenge, SampleUsers.WithTotp, ("SOFTWARE_TOKEN_MFA_CODE", AuthenticatorApp.Code(SampleUsers.TotpSecret))));
    }

    [ToolFact("node")]
    public async Task Lets_a_signed_in_user_set_up_an_authenticator_app()
    {
        var token = (string)(await SignInAsync(SampleUsers.Ben, SampleUsers.Password))["AuthenticationResult"]!["AccessToken"]!;
        var secret = (string)(await CallAsync("AssociateSoftwareToken", new() { ["AccessToken"] = token }))["SecretCode"]!;
        await CallAsync("VerifySoftwareToken", new() { ["AccessToken"] = token, ["UserCode"] = AuthenticatorApp.Code(secret) });
        Assert.NotNull((await SignInAsync(SampleUsers.Ben, SampleUsers.Password))["AuthenticationResult"]);

        await CallAsync(
            "SetUserMFAPreference",
            new() { ["AccessToken"] = token, ["SoftwareTokenMfaSettings"] = new JsonObject { ["Enabled"] = true, ["PreferredMfa"] = true } });

        var challenge = await SignInAsync(SampleUsers.Ben, SampleUsers.Password);
        Assert.Equal("SOFTWARE_TOKEN_MFA", (string?)challenge["ChallengeName"]);
        Assert.NotNull((await RespondAsync(challenge, SampleUsers.Ben, ("SOFTWARE_TOKEN_MFA_CODE", AuthenticatorApp.Code(secret))))["AuthenticationResult"]);
    }

    [ToolFact("node")]
    public async Task Has_the_app_set_up_while_signing_in_where_the_pool_requires_a_code()
    {
        await using var pool = await UserPoolFixture.StartAsync();
        using var cognito = new CognitoClient(pool.Info.Endpoint);
        await cognito.CallAsync("SetUserPoolMfaConfig", new() { ["UserPoolId"] = pool.Info.Id, ["MfaConfiguration"] = "ON" }, CancellationToken.None);

        var challenge = await SignInAsync(SampleUsers.Ann, SampleUsers.Password, cognito);
        Assert.Equal("MFA_SETUP", (string?)challenge["ChallengeName"]);
        var session = (string)challenge["Session"]!;
        var secret = (string)(await cognito.CallAsync("AssociateSoftwareToken", new() { ["Session"] = session }, CancellationToken.None))["SecretCode"]!;
        await Assert.ThrowsAsync<CognitoException>(() => RespondAsync(challenge, SampleUsers.Ann, [], cognito));
        await cognito.CallAsync("VerifySoftwareToken", new() { ["Session"] = session, ["UserCode"] = AuthenticatorApp.Code(secret) }, CancellationToken.None);

        Assert.NotNull((await RespondAsync(challenge, SampleUsers.Ann, [], cognito))["AuthenticationResult"]);
        Assert.Equal("SOFTWARE_TOKEN_MFA", (string?)(await SignInAsync(SampleUsers.Ann, SampleUsers.Password, cognito))["ChallengeName"]);
    }

    public void Dispose() => _cognito.Dispose();

    private static async Task AssertInvalidAsync(Task<JsonNode> call) =>
        Assert.Equal("NotAuthorizedException: Invalid session for the user.", (await Assert.ThrowsAsync<CognitoException>(() => call)).Message);

    private Task<JsonNode> CreateAsync(string user) => CallAsync(
        "AdminCreateUser",
        new() { ["UserPoolId"] = Info.Id, ["Username"] = user, ["TemporaryPassword"] = SampleUsers.TemporaryPassword, ["MessageAction"] = "SUPPRESS" });

    private Task<JsonNode> SignInAsync(string user, string password, CognitoClient? cognito = null) => (cognito ?? _cognito).CallAsync(
        "InitiateAuth",
        new()
        {
            ["AuthFlow"] = "USER_PASSWORD_AUTH",
            ["ClientId"] = Info.ClientId,
            ["AuthParameters"] = new JsonObject { ["USERNAME"] = user, ["PASSWORD"] = password },
        },
        CancellationToken.None);

    private async Task<JsonNode> SignInWithSrpAsync(string user, string password)
    {
        var client = new SrpClient("LocalPool", password);
        var begun = await CallAsync(
            "InitiateAuth",
            new()
            {
                ["AuthFlow"] = "USER_SRP_AUTH",
                ["ClientId"] = Info.ClientId,
                ["AuthParameters"] = new JsonObject { ["USERNAME"] = user, ["SRP_A"] = client.PublicValue },
            });
        return await CallAsync(
            "RespondToAuthChallenge",
            new()
            {
                ["ChallengeName"] = "PASSWORD_VERIFIER",
                ["ClientId"] = Info.ClientId,
                ["ChallengeResponses"] = client.Respond(begun["ChallengeParameters"]!),
            });
    }

    private Task<JsonNode> RespondAsync(JsonNode challenge, string user, params (string Name, string Value)[] answers) =>
        RespondAsync(challenge, user, answers, _cognito);

    private Task<JsonNode> RespondAsync(JsonNode challenge, string user, (string Name, string Value)[] answers, CognitoClient cognito)
    {
        var responses = new JsonObject { ["USERNAME"] = user };
        foreach (var (name, value) in answers)
        {
            responses[name] = value;
        }

        return cognito.CallAsync(
            "RespondToAuthChallenge",
            new()
            {
                ["ChallengeName"] = (string)challenge["ChallengeName"]!,
                ["ClientId"] = Info.ClientId,
                ["Session"] = (string)challenge["Session"]!,
                ["ChallengeResponses"] = responses,
            },
            CancellationToken.None);
    }

    private Task<JsonNode> CallAsync(string operation, JsonObject input) => _cognito.CallAsync(operation, input, CancellationToken.None);
}
