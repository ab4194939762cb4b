using System.Net;
using System.Text.Json.Nodes;
using AddUserToGroup.Local.Tests.UserPool;
using AddUserToGroup.Local.UserPool;
using PuppeteerSharp;

namespace AddUserToGroup.Local.Tests.Page;

/// <summary>What signing in can ask for beyond a password.</summary>
[Collection("Signing in")]
public sealed class SigningInTests(PageFixture fixture) : BrowserTest(fixture)
{
    private const string Good = "Kept-for-good-1";

    [ToolFact("node", "chromium")]
    public async Task Has_an_invited_user_choose_a_password_by_the_rules_of_the_pool()
    {
        const string user = "newcomer@example.com";
        await CallPoolAsync("AdminCreateUser", new()
        {
            ["Username"] = user,
            ["UserAttributes"] = new JsonArray(new JsonObject { ["Name"] = "email", ["Value"] = user }),
            ["TemporaryPassword"] = SampleUsers.TemporaryPassword,
            ["MessageAction"] = "SUPPRESS",
        });
        await EnterAsync(user, SampleUsers.TemporaryPassword);

        await Field("New password").ShouldBeFocusedAsync();
        await Heading("Choose a new password").ShouldBeVisibleAsync();
        await Field("New password").FillAsync("onlylowercase");
        await Find("#password-rules [data-met=true]").ShouldReadAsync("a lower-case letter");
        await Button("Set password").ClickAsync();
        await SignInStatus.ShouldReadAsync(
            "The new password still needs 14 characters or more; a capital letter; a digit; a symbol, such as - or !.");
        await Field("New password").ShouldHaveAttributeAsync("aria-invalid", "true");
        await Field("New password").ShouldBeFocusedAsync();

        await Field("New password").FillAsync(Good);
        await Find("#password-rules [data-met=false]").ShouldCountAsync(0);
        await Button("Set password").ClickAsync();
        await Find("#name").ShouldReadAsync(user);
        Assert.Empty(Complaints);
    }

    [ToolFact("node", "chromium")]
    public async Task Shows_the_new_password_to_whoever_wants_to_see_it()
    {
        await EnterAsync(SampleUsers.Invited, SampleUsers.TemporaryPassword);
        await Field("New password").ShouldHaveAttributeAsync("type", "password");

        await Field("Show what I type").ClickAsync();

        await Field("New password").ShouldHaveAttributeAsync("type", "text");
    }

    [ToolFact("node", "chromium")]
    public async Task Takes_the_code_of_an_authenticator_app()
    {
        await EnterAsync(SampleUsers.WithTotp, SampleUsers.Password);
        await Code.ShouldBeFocusedAsync();

        await Code.FillAsync("12345");
        await Button("Confirm").ClickAsync();
        await SignInStatus.ShouldReadAsync("The code has six digits. Type the one that your app shows now.");
        await Code.FillAsync("000000");
        await Button("Confirm").ClickAsync();
        await SignInStatus.ShouldReadAsync("That is not the code. Type the one that your app shows now.");
        await Code.ShouldBeFocusedAsync();
        await Code.FillAsync(AuthenticatorApp.Code(SampleUsers.TotpSecret).Insert(3, " "));
        await Button("Confirm").ClickAsync();

        await Find("#name").ShouldReadAsync(SampleUsers.WithTotp);
    }

    [ToolFact("node", "chromium")]
    public async Task Sets_an_authenticator_app_up_where_the_pool_requires_one()
    {
        const string user = "second-factor@example.com";
        await CallPoolAsync("AdminCreateUser", new()
        {
            ["Username"] = user,
            ["UserAttributes"] = new JsonArray(new JsonObject { ["Name"] = "email", ["Value"] = user }),
            ["MessageAction"] = "SUPPRESS",
        });
        await CallPoolAsync(
            "AdminSetUserPassword", new() { ["Username"] = user, ["Password"] = SampleUsers.Password, ["Permanent"] = true });
        await RequireSecondFactorAsync(true);
        try
        {
            await EnterAsync(user, SampleUsers.Password);

            await Heading("Set up your authenticator app").ShouldBeVisibleAsync();
            await Find("#set-up-code svg[role=img]").ShouldBeVisibleAsync();
            var secret = await Page.EvaluateExpressionAsync<string>("document.getElementById('set-up-secret').textContent");
            await Code.FillAsync("000000");
            await Button("Confirm").ClickAsync();
            await SignInStatus.ShouldReadAsync("That is not the code. Type the one that your app shows now.");
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
    public async Task Starts_again_from_any_step_with_the_name_kept()
    {
        await EnterAsync(SampleUsers.WithTotp, SampleUsers.Password);
        await Code.ShouldBeFocusedAsync();

        await Button("Start again").ClickAsync();

        await Field("E-mail address").ShouldHaveValueAsync(SampleUsers.WithTotp);
        await Field("Password").ShouldHaveValueAsync("");
        await Field("Password").ShouldBeFocusedAsync();
    }

    [ToolFact("node", "chromium")]
    public async Task Names_a_step_that_it_does_not_have()
    {
        var challenge = "";
        await AnswerPoolAsync(HttpStatusCode.OK, () => $$"""{"ChallengeName": "{{challenge}}", "ChallengeParameters": {}, "Session": "s"}""");

        foreach (var (name, step) in new[]
        {
            ("SMS_MFA", "CONFIRM_SIGN_IN_WITH_SMS_CODE"),
            ("CUSTOM_CHALLENGE", "CONFIRM_SIGN_IN_WITH_CUSTOM_CHALLENGE"),
        })
        {
            challenge = name;
            await EnterAsync(SampleUsers.Ann, SampleUsers.Password);

            await SignInStatus.ShouldReadAsync(
                $"The user pool asks for a step that this page does not have ({step}). Sign in with an app that has it, or ask the operator for an account without it.");
        }
    }

    [ToolFact("node", "chromium")]
    public async Task Says_who_can_help_where_Cognito_refuses()
    {
        var refusal = "";
        await AnswerPoolAsync(HttpStatusCode.BadRequest, () => refusal);

        foreach (var (type, message, sentence) in new[]
        {
            ("PasswordResetRequiredException", "Password reset required for the user", "This account's password has to be reset. Ask the operator for a new one, then sign in with it."),
            ("UserNotConfirmedException", "User is not confirmed.", "This account is not confirmed yet. Ask the operator to confirm it, then sign in again."),
            ("NotAuthorizedException", "Temporary password has expired and must be reset by an administrator.", "This password was a temporary one and has expired. Ask the operator for a new invitation."),
            ("NotAuthorizedException", "Password attempts exceeded", "There were too many attempts. Wait a quarter of an hour, then try again."),
            ("NotAuthorizedException", "User is disabled.", "This account is disabled. Ask the operator to enable it."),
            ("TooManyRequestsException", "Too many requests", "There were too many attempts. Wait a minute, then try again."),
        })
        {
            refusal = Refusal(type, message);
            await EnterAsync(SampleUsers.Ann, SampleUsers.Password);

            await SignInStatus.ShouldReadAsync(sentence);
        }
    }

    [ToolTheory("node", "chromium")]
    [InlineData("ExpiredCodeException", "Your software token has already been used once.", "That code has been used or is too old. Type the next one that your app shows.")]
    [InlineData("NotAuthorizedException", "Invalid session for the user, session is expired.", "That took too long. Sign in again from the beginning.")]
    public async Task Says_what_is_wrong_with_the_answer_to_a_step(string type, string message, string sentence)
    {
        await EnterAsync(SampleUsers.WithTotp, SampleUsers.Password);
        await Code.FillAsync("123456");
        await AnswerPoolAsync(HttpStatusCode.BadRequest, () => Refusal(type, message));

        await Button("Confirm").ClickAsync();

        await SignInStatus.ShouldReadAsync(sentence);
    }

    private static string Refusal(string type, string message) => $$"""{"__type": "{{type}}", "message": "{{message}}"}""";

    // Of the calls alone: the browser asks for its leave to make them before.
    private Task AnswerPoolAsync(HttpStatusCode status, Func<string> body) => AnswerAsync(
        Fixture.Stack.UserPool.Endpoint.ToString(),
        request => request.Method == HttpMethod.Options
            ? request.ContinueAsync()
            : request.RespondAsync(new()
            {
                Status = status,
                ContentType = "application/x-amz-json-1.1",
                Headers = new() { ["Access-Control-Allow-Origin"] = "*" },
                Body = body(),
            }));
}
