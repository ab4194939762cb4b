using AddUserToGroup.Local.Tests.Browser;
using AddUserToGroup.Local.UserPool;

namespace AddUserToGroup.Local.Tests.Page;

/// <summary>Signing in and out, and what a session knows of its groups.</summary>
public sealed class SessionTests(PageFixture fixture) : BrowserTest(fixture)
{
    private const string Expired = "Your session has ended. Sign in again; your entries are kept.";
    private const string Away = "The user pool cannot be reached. Check the connection, then try again.";

    [ToolFact("node", "chromium")]
    public async Task Tells_whoever_it_cannot_sign_in_what_to_do()
    {
        foreach (var (user, password, sentence) in new[]
        {
            (SampleUsers.Administrator, "wrong", "The e-mail address or the password is wrong. Check both and try again."),
            (SampleUsers.Administrator, "", "Type your password."),
            ("nobody@example.com", "wrong", "The e-mail address or the password is wrong. Check both and try again."),
            ("", SampleUsers.Password, "Type your e-mail address."),
            ("<script>alert(1)</script>", "🙂", "The e-mail address or the password is wrong. Check both and try again."),
        })
        {
            await EnterAsync(user, password);

            await SignInStatus.ShouldReadAsync(sentence);
            await Find("#signed-in").ShouldBeHiddenAsync();
        }
    }

    [ToolFact("node", "chromium")]
    public async Task Shows_who_has_signed_in_and_their_groups()
    {
        await SignInAsync(SampleUsers.Administrator);

        await Find("#groups").ShouldContainAsync("ADMINS");
        await Heading("Groups").ShouldBeFocusedAsync();
        Assert.Empty(Complaints);
    }

    [ToolFact("node", "chromium")]
    public async Task Shows_a_new_group_of_ones_own_after_a_refresh()
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
    public async Task Is_kept_by_a_reload()
    {
        await SignInAsync(SampleUsers.Ann);

        await Page.ReloadAsync();

        await Find("#name").ShouldReadAsync(SampleUsers.Ann);
        await Find("#sign-in").ShouldBeHiddenAsync();
        Assert.Empty(Complaints);
    }

    [ToolFact("node", "chromium")]
    public async Task Is_revoked_by_signing_out_and_not_brought_back_by_a_reload()
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
    public async Task Is_not_refreshed_where_an_operator_ended_it()
    {
        await SignInAsync(SampleUsers.Ben);
        await CallPoolAsync("AdminUserGlobalSignOut", new() { ["Username"] = SampleUsers.Ben });

        await Button("Refresh session").ClickAsync();

        await SignInStatus.ShouldReadAsync(Expired);
        await Field("E-mail address").ShouldHaveValueAsync(SampleUsers.Ben);
        await Field("Password").ShouldBeFocusedAsync();
    }

    [ToolFact("node", "chromium")]
    public async Task Goes_on_with_what_was_typed_after_it_expired()
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
    public async Task Asks_to_sign_in_again_where_the_API_refuses_its_token()
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
    public async Task Is_replaced_by_signing_in_in_another_tab()
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
    public async Task Is_kept_where_it_cannot_be_refreshed_now()
    {
        await SignInAsync(SampleUsers.Administrator);
        await LetTokensExpireAsync();
        await AnswerAsync(Fixture.Stack.UserPool.Endpoint.ToString(), request => request.AbortAsync());

        await AddAsync(SampleUsers.Ann, "VIEWERS");

        await AddStatus.ShouldContainAsync("the user may or may not have been added. Press Add again");
        await Button("Refresh session").ClickAsync();
        await SessionStatus.ShouldReadAsync(Away);
        await Page.SetRequestInterceptionAsync(false);
        await Button("Add").ClickAsync();
        await AddStatus.ShouldContainAsync($"{SampleUsers.Ann} is now in VIEWERS.");
    }

    [ToolFact("node", "chromium")]
    public async Task Says_that_a_user_pool_is_away_that_does_not_answer()
    {
        await AnswerAsync(Fixture.Stack.UserPool.Endpoint.ToString(), request => request.AbortAsync());

        await EnterAsync(SampleUsers.Ann, SampleUsers.Password);

        await SignInStatus.ShouldReadAsync(Away);
    }
}
