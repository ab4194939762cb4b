using AddUserToGroup.Local.UserPool;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AddUserToGroup.Local.Tests.Page;

/// <summary>Signing in and out, and what a session knows of its groups.</summary>
public sealed class SessionTests(PageFixture fixture) : BrowserTest(fixture), IClassFixture<PageFixture>
{
    private const string Expired = "Your session has ended. Sign in again; what you typed is kept.";
    private const string Away = "The user pool cannot be reached. See whether the local stack is running, then try again.";

    [ChromiumTheory]
    [InlineData(SampleUsers.Administrator, "wrong", "The e-mail address or the password is wrong. Check both and try again.")]
    [InlineData("nobody@example.com", "wrong", "The e-mail address or the password is wrong. Check both and try again.")]
    [InlineData(SampleUsers.Administrator, "", "Type your password.")]
    [InlineData("", SampleUsers.Password, "Type your e-mail address.")]
    [InlineData("<script>alert(1)</script>", "🙂", "The e-mail address or the password is wrong. Check both and try again.")]
    public async Task Who_cannot_be_signed_in_reads_what_to_do(string user, string password, string sentence)
    {
        await EnterAsync(user, password);

        await Expect(SignInStatus).ToHaveTextAsync(sentence);
        await Expect(Page.Locator("#signed-in")).ToBeHiddenAsync();
    }

    [ChromiumFact]
    public async Task Signing_in_shows_who_one_is_and_ones_groups()
    {
        await SignInAsync(SampleUsers.Administrator);

        await Expect(Page.Locator("#groups")).ToContainTextAsync("ADMINS");
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "Groups" })).ToBeFocusedAsync();
        Assert.Empty(Complaints);
    }

    [ChromiumFact]
    public async Task A_new_group_of_ones_own_shows_after_a_refresh_of_the_session()
    {
        await RemoveAsync(SampleUsers.Administrator, "VIEWERS");
        await SignInAsync(SampleUsers.Administrator);
        await AddAsync(SampleUsers.Administrator, "VIEWERS");
        await Expect(AddStatus).ToContainTextAsync("is now in VIEWERS");
        await Expect(Page.Locator("#groups")).ToHaveTextAsync("ADMINS");

        await Page.GetByRole(AriaRole.Button, new() { Name = "Refresh session" }).ClickAsync();

        await Expect(Page.Locator("#groups")).ToHaveTextAsync("ADMINS, VIEWERS");
        await Expect(SessionStatus).ToHaveTextAsync("Your session is refreshed.");
        Assert.Empty(Complaints);
        await RemoveAsync(SampleUsers.Administrator, "VIEWERS");
    }

    [ChromiumFact]
    public async Task A_reload_keeps_the_session()
    {
        await SignInAsync(SampleUsers.Ann);

        await Page.ReloadAsync();

        await Expect(Page.Locator("#name")).ToHaveTextAsync(SampleUsers.Ann);
        await Expect(Page.Locator("#sign-in")).ToBeHiddenAsync();
        Assert.Empty(Complaints);
    }

    [ChromiumFact]
    public async Task Signing_out_revokes_the_session_and_a_reload_does_not_bring_it_back()
    {
        await SignInAsync(SampleUsers.Ann);
        var revocation = Page.WaitForResponseAsync(response =>
            response.Request.Headers.GetValueOrDefault("x-amz-target", "").EndsWith(".RevokeToken", StringComparison.Ordinal));

        await Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();

        await Expect(SignInStatus).ToHaveTextAsync("You are signed out.");
        Assert.True((await revocation).Ok);
        await Page.ReloadAsync();
        await Expect(Page.Locator("#sign-in")).ToBeVisibleAsync();
        Assert.Equal(0, await Page.EvaluateAsync<int>("localStorage.length"));
        Assert.Empty(Complaints);
    }

    [ChromiumFact]
    public async Task A_session_that_an_operator_ended_cannot_be_refreshed()
    {
        await SignInAsync(SampleUsers.Ben);
        await CallPoolAsync("AdminUserGlobalSignOut", new() { ["Username"] = SampleUsers.Ben });

        await Page.GetByRole(AriaRole.Button, new() { Name = "Refresh session" }).ClickAsync();

        await Expect(SignInStatus).ToHaveTextAsync(Expired);
        await Expect(Page.GetByLabel("E-mail address")).ToBeFocusedAsync();
    }

    [ChromiumFact]
    public async Task Whoever_adds_after_the_session_expired_signs_in_again_and_goes_on()
    {
        await RemoveAsync(SampleUsers.Ann, "EDITORS");
        await SignInAsync(SampleUsers.Administrator);
        await CallPoolAsync("AdminUserGlobalSignOut", new() { ["Username"] = SampleUsers.Administrator });
        await Page.Clock.SetSystemTimeAsync(DateTime.UtcNow.AddDays(2));

        await AddAsync(SampleUsers.Ann, "EDITORS");

        await Expect(SignInStatus).ToHaveTextAsync(Expired);
        Assert.DoesNotContain("EDITORS", await GroupsOfAsync(SampleUsers.Ann));
        await SignInAsync(SampleUsers.Administrator);
        await Expect(User).ToHaveValueAsync(SampleUsers.Ann);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Add" }).ClickAsync();
        await Expect(AddStatus).ToContainTextAsync($"{SampleUsers.Ann} is now in EDITORS.");
    }

    [ChromiumFact]
    public async Task A_token_that_the_API_refuses_asks_to_sign_in_again()
    {
        await SignInAsync(SampleUsers.Administrator);
        await Page.EvaluateAsync(
            """
            () => {
              const key = Object.keys(localStorage).find(name => name.endsWith(".accessToken"));
              const [header, claims] = localStorage[key].split(".");
              localStorage[key] = `${header}.${claims}.${"A".repeat(342)}`;
            }
            """);

        await AddAsync(SampleUsers.Ann, "VIEWERS");

        await Expect(SignInStatus).ToHaveTextAsync(Expired);
        await SignInAsync(SampleUsers.Administrator);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Add" }).ClickAsync();
        await Expect(AddStatus).ToContainTextAsync($"{SampleUsers.Ann} is now in VIEWERS.");
    }

    [ChromiumFact]
    public async Task Signing_in_replaces_a_session_that_began_in_another_tab()
    {
        var other = await Page.Context.NewPageAsync();
        await other.GotoAsync("/");
        await SignInAsync(SampleUsers.Ben);
        await other.GetByLabel("E-mail address").FillAsync(SampleUsers.Administrator);
        await other.GetByLabel("Password").FillAsync(SampleUsers.Password);

        await other.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();

        await Expect(other.Locator("#name")).ToHaveTextAsync(SampleUsers.Administrator);
    }

    [ChromiumFact]
    public async Task A_session_that_cannot_be_refreshed_now_is_kept()
    {
        await SignInAsync(SampleUsers.Administrator);
        await Page.Clock.SetSystemTimeAsync(DateTime.UtcNow.AddDays(2));
        await Page.RouteAsync($"{Fixture.Stack.UserPool.Endpoint}**", route => route.AbortAsync());

        await AddAsync(SampleUsers.Ann, "VIEWERS");

        await Expect(AddStatus).ToContainTextAsync("it is not known whether the user was added. Press Add again");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Refresh session" }).ClickAsync();
        await Expect(SessionStatus).ToHaveTextAsync(Away);
        await Page.UnrouteAllAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Add" }).ClickAsync();
        await Expect(AddStatus).ToContainTextAsync($"{SampleUsers.Ann} is now in VIEWERS.");
    }

    [ChromiumFact]
    public async Task A_user_pool_that_does_not_answer_is_said_to_be_away()
    {
        await Page.RouteAsync($"{Fixture.Stack.UserPool.Endpoint}**", route => route.AbortAsync());

        await EnterAsync(SampleUsers.Ann, SampleUsers.Password);

        await Expect(SignInStatus).ToHaveTextAsync(Away);
    }
}
