using System.Net;
using System.Text.Json.Nodes;
using AddUserToGroup.Local.Tests.UserPool;
using AddUserToGroup.Local.UserPool;

namespace AddUserToGroup.Local.Tests.Page;

/// <summary>Each step of signing in, and what the page says if one fails.</summary>
[Collection("Signing in")]
public sealed class SigningInTests(PageFixture fixture) : BrowserTest(fixture)
{
    private const string Wrong = "The e-mail address or the password is wrong. Check both and try again.";
    private const string Firewall = "A firewall or a proxy rejected the request. Ask the operator to allow requests from your network, then try again.";
    private const string NotTheCode = "That is not the code. Type the one that your app shows now.";

    private string Pool => Fixture.Stack.UserPool.Endpoint.ToString();

    [ToolFact("node", "chromium")]
    public async Task Says_what_to_do_if_the_name_or_the_password_is_wrong()
    {
        foreach (var (user, password, sentence) in new[]
        {
            (SampleUsers.Administrator, "wrong", Wrong),
            // The invitation's sentence ends right behind the password.
            (SampleUsers.Administrator, $"{SampleUsers.Password}.", $"{Wrong} If you copied the password from a mail, leave out the full stop after it."),
            (SampleUsers.Administrator, " ", "Type your password."),
            ("nobody@example.com", "wrong", Wrong),
            ("", SampleUsers.Password, "Type your e-mail address."),
            ("<script>alert(1)</script>", "🙂", Wrong),
        })
        {
            await EnterAsync(user, password);

            await SignInStatus.ShouldReadAsync(sentence);
            await Find("#signed-in").ShouldBeHiddenAsync();
        }
    }

    [ToolFact("node", "chromium")]
    public async Task Has_an_invited_user_choose_a_password_that_the_pool_accepts()
    {
        var user = await CreateUserAsync("newcomer@example.com", SampleUsers.TemporaryPassword);
        await EnterAsync(user, SampleUsers.TemporaryPassword);

        await Heading("Choose a new password").ShouldBeVisibleAsync();
        var newPassword = Field("New password");
        await newPassword.ShouldBeFocusedAsync();
        await newPassword.ShouldHaveAttributeAsync("type", "password");
        await Field("Show what I type").ClickAsync();
        await newPassword.ShouldHaveAttributeAsync("type", "text");
        await Button("Set password").ClickAsync();
        await SignInStatus.ShouldReadAsync("Type a new password.");
        await newPassword.FillAsync("onlylowercase");
        await Find("#password-rules [data-kept=true]").ShouldReadAsync("a lower-case letter");
        await Button("Set password").ClickAsync();
        await SignInStatus.ShouldContainAsync("The user pool rejects this: Password did not conform with policy: ");
        await newPassword.ShouldHaveAttributeAsync("aria-invalid", "true");
        await newPassword.ShouldBeFocusedAsync();

        await newPassword.FillAsync("Kept-for-good-1 ");
        await Find("#password-rules [data-kept=false]").ShouldCountAsync(0);
        await Button("Set password").ClickAsync();
        await Find("#name").ShouldReadAsync(user);
        await Button("Sign out").ClickAsync();
        await EnterAsync(user, "Kept-for-good-1");
        await Find("#name").ShouldReadAsync(user);
    }

    [ToolFact("node", "chromium")]
    public async Task Takes_the_code_of_an_authenticator_app()
    {
        await EnterAsync(SampleUsers.WithTotp, SampleUsers.Password);
        await Code.ShouldBeFocusedAsync();
        Assert.StartsWith("[{},{},[]", await ReadStorageAsync(Page), StringComparison.Ordinal);
        await Button("Start again").ClickAsync();
        await Field("E-mail address").ShouldHaveValueAsync(SampleUsers.WithTotp);
        await Field("Password").ShouldHaveValueAsync("");
        await Field("Password").ShouldBeFocusedAsync();
        await EnterAsync(SampleUsers.WithTotp, SampleUsers.Password);

        foreach (var (code, sentence) in new[]
        {
            ("12345", "The code has six digits. Type the one that your app shows now."),
            ("000000", NotTheCode),
        })
        {
            await Code.FillAsync(code);
            await Button("Confirm").ClickAsync();
            await SignInStatus.ShouldReadAsync(sentence);
            await Code.ShouldBeFocusedAsync();
        }

        await Code.FillAsync(AuthenticatorApp.Code(SampleUsers.TotpSecret).Insert(3, " "));
        await Button("Confirm").ClickAsync();
        await Find("#name").ShouldReadAsync(SampleUsers.WithTotp);
    }

    [ToolFact("node", "chromium")]
    public async Task Sets_up_an_authenticator_app_if_the_pool_requires_one()
    {
        var user = await CreateUserAsync("second-factor@example.com", SampleUsers.TemporaryPassword);
        await CallPoolAsync(
            "AdminSetUserPassword", new() { ["Username"] = user, ["Password"] = SampleUsers.Password, ["Permanent"] = true });
        (HttpStatusCode, string)? response = null;
        await RequireSecondFactorAsync(true);
        try
        {
            await AnswerAsync(Pool, () => response);
            await EnterAsync(user, SampleUsers.Password);
            await Heading("Set up your authenticator app").ShouldBeVisibleAsync();
            response = Error("NotAuthorizedException", "Invalid session for the user, session is expired.");
            await Code.FillAsync("123456");
            await Button("Confirm").ClickAsync();
            await SignInStatus.ShouldReadAsync(
                "Setting up took too long. Delete the entry in your authenticator app, then sign in again and scan the new code.");
            response = null;

            await EnterAsync(user, SampleUsers.Password);
            await Find("#set-up-code svg[role=img]").ShouldBeVisibleAsync();
            var secret = await Page.EvaluateExpressionAsync<string>("document.getElementById('set-up-secret').textContent");
            await Code.FillAsync("000000");
            await Button("Confirm").ClickAsync();
            await SignInStatus.ShouldReadAsync(NotTheCode);
            await Code.FillAsync(AuthenticatorApp.Code(secret.Replace(" ", "", StringComparison.Ordinal)));
            await Button("Confirm").ClickAsync();

            await Find("#name").ShouldReadAsync(user);
            await Find("#set-up-secret").ShouldReadAsync("");
        }
        finally
        {
            await RequireSecondFactorAsync(false);
        }
    }

    [ToolFact("node", "chromium")]
    public async Task Says_who_has_to_do_what_if_Cognito_rejects_or_asks_for_more()
    {
        var response = Challenge("");
        await AnswerAsync(Pool, () => response);

        foreach (var (answer, sentence) in new[]
        {
            (Error("PasswordResetRequiredException", "Password reset required for the user"), "This account's password must be reset. Ask the operator for a new one, then sign in with it."),
            (Error("UserNotConfirmedException", "User is not confirmed."), "This account is not confirmed yet. Ask the operator to confirm it, then sign in again."),
            (Error("NotAuthorizedException", "Temporary password has expired and must be reset by an administrator."), "This temporary password has expired. Ask the operator for a new invitation."),
            (Error("NotAuthorizedException", "Password attempts exceeded"), "There were too many attempts. Wait a quarter of an hour, then try again."),
            (Error("NotAuthorizedException", "User is disabled."), "This account is disabled. Ask the operator to enable it."),
            (Error("NotAuthorizedException", "Client 1example is configured with secret but SECRET_HASH was not received"), "This page's app client has a secret, which no page can keep. The operator must give the page an app client without one."),
            (Error("NotAuthorizedException", "Something else."), "Signing in failed: Something else. Try again, or ask the operator."),
            (Error("TooManyRequestsException", "Too many requests"), "There were too many attempts. Wait a minute, then try again."),
            (Error("ForbiddenException", "Request not allowed due to WAF block.", HttpStatusCode.Forbidden), Firewall),
            ((HttpStatusCode.Forbidden, "<html>403 Forbidden</html>"), Firewall),
            (Challenge("NEW_PASSWORD_REQUIRED", "[\\\"userAttributes.name\\\"]"), "The user pool requires more about this account (name). Ask the operator to add it, then sign in again."),
            (Challenge("SMS_MFA"), "The user pool asks for a step that this page does not support (CONFIRM_SIGN_IN_WITH_SMS_CODE). Sign in with an app that does, or ask the operator for an account without it."),
        })
        {
            response = answer;
            await EnterAsync(SampleUsers.Ann, SampleUsers.Password);

            await SignInStatus.ShouldReadAsync(sentence);
        }
    }

    [ToolFact("node", "chromium")]
    public async Task Says_what_is_wrong_with_a_code()
    {
        (HttpStatusCode, string)? response = null;
        await AnswerAsync(Pool, () => response);

        foreach (var (answer, sentence) in new[]
        {
            (Error("ExpiredCodeException", "Your software token has already been used once."), "That code has been used or is too old. Type the next one that your app shows."),
            (Error("NotAuthorizedException", "Invalid session for the user, session is expired."), "That took too long. Sign in again from the beginning."),
            (Error("NotAuthorizedException", "User is disabled."), "This account is disabled. Ask the operator to enable it."),
        })
        {
            response = null;
            await Page.ReloadAsync();
            await EnterAsync(SampleUsers.WithTotp, SampleUsers.Password);
            await Code.FillAsync("123456");
            response = answer;
            await Button("Confirm").ClickAsync();

            await SignInStatus.ShouldReadAsync(sentence);
        }
    }

    [ToolFact("node", "chromium")]
    public async Task Says_that_the_user_pool_is_away_if_it_does_not_respond()
    {
        await InterceptAsync(Pool, request => request.AbortAsync());

        await EnterAsync(SampleUsers.Ann, SampleUsers.Password);

        await SignInStatus.ShouldReadAsync("The user pool cannot be reached. Check the connection, then try again.");
    }

    private static (HttpStatusCode, string) Error(
        string type, string message, HttpStatusCode status = HttpStatusCode.BadRequest) =>
        (status, $$"""{"__type": "{{type}}", "message": "{{message}}"}""");

    private static (HttpStatusCode, string) Challenge(string name, string requiredAttributes = "[]") => (
        HttpStatusCode.OK,
        $$"""{"ChallengeName": "{{name}}", "ChallengeParameters": {"requiredAttributes": "{{requiredAttributes}}"}, "Session": "s"}""");

    private async Task<string> CreateUserAsync(string user, string temporaryPassword)
    {
        await CallPoolAsync("AdminCreateUser", new()
        {
            ["Username"] = user,
            ["UserAttributes"] = new JsonArray(new JsonObject { ["Name"] = "email", ["Value"] = user }),
            ["TemporaryPassword"] = temporaryPassword,
            ["MessageAction"] = "SUPPRESS",
        });
        return user;
    }
}
