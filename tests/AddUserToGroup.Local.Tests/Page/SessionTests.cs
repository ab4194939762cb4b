using AddUserToGroup.Local.Tests.Browser;
using AddUserToGroup.Local.UserPool;

namespace AddUserToGroup.Local.Tests.Page;

/// <summary>Signing in and out, and what a session knows of its groups.</summary>
public sealed class SessionTests(PageFixture fixture) : BrowserTest(fixture)
{
    private const string Expired = "Your session has ended. Sign in again; what you typed is kept.";
    private const string Away = "The user pool cannot be reached. Check the connection, then try again.";

    [ToolTheory("node", "chromium")]
    [InlineData(SampleUsers.Administrator, "wrong", "The e-mail address or the password is wrong. Check both and try again.")]
    [InlineData("nobody@example.com", "wrong", "The e-mail address or the password is wrong. Check both and try again.")]
    [InlineData(SampleUsers.Administrator, "", "Type your password.")]
    [InlineData("", SampleUsers.Password, "Type your e-mail address.")]
    [InlineData("<script>alert(1)</script>", "🙂", "The e-mail address or the password is wrong. Check both and try again.")]
    public async Task Who_cannot_be_signed_in_reads_what_to_do(string user, string password, string sentence)
    {
        await EnterAsync(user, password);

        await SignInStatus.ShouldReadAsync(sentence);
        await Find("#signed-in").ShouldBeHiddenAsync();
    }

    [ToolFact("node", "chromium")]
    public async Task Signing_in_shows_who_one_is_and_ones_groups()
    {
        await SignInAsync(SampleUsers.Administrator);

        await Find("#groups").ShouldContainAsync("ADMINS");
        await Heading("Groups").ShouldBeFocusedAsync();
        Assert.Empty(Complaints);
    }

    [ToolFact("node", "chromium")]
    public async Task A_new_group_of_ones_own_shows_after_a_refresh_of_the_session()
    {
        await RemoveAsync(SampleUsers.Administrator, "VIEWERS");
        await SignInAsync(SampleUsers.Administrator);
        await AddAsync(SampleUsers.Administrator, "VIEWERS");
        await AddStatus.ShouldContainAsync("is now in VIEWERS");
        await Find("#groups").ShouldReadAsync("ADMINS");

        await Button("Refresh session").ClickAsync();

        await Find("#groups").ShouldReadAsync("ADMINS, VIEWERS");
        await SessionStatus.ShouldReadAsync("Your session is refreshed.");
        Assert.Empty(Complaints);
        await RemoveAsync(SampleUsers.Administrator, "VIEWERS");
    }

    [ToolFact("node", "chromium")]
    public async Task A_reload_keeps_the_session()
    {
        await SignInAsync(SampleUsers.Ann);

        await Page.ReloadAsync();

        await Find("#name").ShouldReadAsync(SampleUsers.Ann);
        await Find("#sign-in").ShouldBeHiddenAsync();
        Assert.Empty(Complaints);
    }

    [ToolFact("node", "chromium")]
    public async Task Signing_out_revokes_the_session_and_a_reload_does_not_bring_it_back()
    {
        await SignInAsync(SampleUsers.Ann);
        var revocation = Page.WaitForResponseAsync(response =>
            response.Request.Headers.GetValueOrDefault("x-amz-target", "").EndsWith(".RevokeToken", StringComparison.Ordinal));

        await Button("Sign out").ClickAsync();

        await SignInStatus.ShouldReadAsync("You are signed out.");
        Assert.True((await revocation).Ok);
        await Page.ReloadAsync();
        await Find("#sign-in").ShouldBeVisibleAsync();
        Assert.Equal(0, await Page.EvaluateExpressionAsync<int>("localStorage.length"));
        Assert.Empty(Complaints);
    }

    [ToolFact("node", "chromium")]
    public async Task A_session_that_an_operator_ended_cannot_be_refreshed()
    {
        await SignInAsync(SampleUsers.Ben);
        await CallPoolAsync("AdminUserGlobalSignOut", new() { ["Username"] = SampleUsers.Ben });

        await Button("Refresh session").ClickAsync();

        await SignInStatus.ShouldReadAsync(Expired);
        await Field("E-mail address").ShouldHaveValueAsync(SampleUsers.Ben);
        await Field("Password").ShouldBeFocusedAsync();
    }

    [ToolFact("node", "chromium")]
    public async Task Whoever_adds_after_the_session_expired_signs_in_again_and_goes_on()
    {
        await SignInAsync(SampleUsers.Administrator);
        await CallPoolAsync("AdminUserGlobalSignOut", new() { ["Username"] = SampleUsers.Administrator });
        await LetTokensExpireAsync();

        await AddAsync(SampleUsers.Ann, "EDITORS");

        await SignInStatus.ShouldReadAsync(Expired);
        Assert.DoesNotContain("EDITORS", await GroupsOfAsync(SampleUsers.Ann));
        await SignInAsync(SampleUsers.Administrator);
        await User.ShouldHaveValueAsync(SampleUsers.Ann);
        await Button("Add").ClickAsync();
        await AddStatus.ShouldContainAsync($"{SampleUsers.Ann} is now in EDITORS.");
    }

    [ToolFact("node", "chromium")]
    public async Task A_token_that_the_API_refuses_asks_to_sign_in_again()
    {
        await SignInAsync(SampleUsers.Administrator);
        await Page.EvaluateFunctionAsync(
            """
            () => {
              const key = Object.keys(localStorage).find(name => name.endsWith(".accessToken"));
              const [header, claims] = localStorage[key].split(".");
              localStorage[key] = `${header}.${claims}.${"A".repeat(342)}`;
            }
            """);

        await AddAsync(SampleUsers.Ann, "VIEWERS");

        await SignInStatus.ShouldReadAsync(Expired);
        await SignInAsync(SampleUsers.Administrator);
        await Button("Add").ClickAsync();
        await AddStatus.ShouldContainAsync($"{SampleUsers.Ann} is now in VIEWERS.");
    }

    [ToolFact("node", "chromium")]
    public async Task Signing_in_replaces_a_session_that_began_in_another_tab()
    {
        var other = await Page.BrowserContext.NewPageAsync();
        await other.GoToAsync(Fixture.Stack.Page.ToString());
        // A page in the background draws nothing, and is not to be clicked on.
        await Page.BringToFrontAsync();
        await SignInAsync(SampleUsers.Ben);
        await other.BringToFrontAsync();
        await new Element(other, "#username").FillAsync(SampleUsers.Administrator);
        await new Element(other, "#password").FillAsync(SampleUsers.Password);

        await new Element(other, "#sign-in-form button").ClickAsync();

        await new Element(other, "#name").ShouldReadAsync(SampleUsers.Administrator);
    }

    [ToolFact("node", "chromium")]
    public async Task A_session_that_cannot_be_refreshed_now_is_kept()
    {
        await SignInAsync(SampleUsers.Administrator);
        await LetTokensExpireAsync();
        await AnswerAsync(Fixture.Stack.UserPool.Endpoint.ToString(), request => request.AbortAsync());

        await AddAsync(SampleUsers.Ann, "VIEWERS");

        await AddStatus.ShouldContainAsync("it is not known whether the user was added. Press Add again");
        await Button("Refresh session").ClickAsync();
        await SessionStatus.ShouldReadAsync(Away);
        await Page.SetRequestInterceptionAsync(false);
        await Button("Add").ClickAsync();
        await AddStatus.ShouldContainAsync($"{SampleUsers.Ann} is now in VIEWERS.");
    }

    [ToolFact("node", "chromium")]
    public async Task A_user_pool_that_does_not_answer_is_said_to_be_away()
    {
        await AnswerAsync(Fixture.Stack.UserPool.Endpoint.ToString(), request => request.AbortAsync());

        await EnterAsync(SampleUsers.Ann, SampleUsers.Password);

        await SignInStatus.ShouldReadAsync(Away);
    }
}
