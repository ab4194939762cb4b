using AddUserToGroup.Local.Tests.Browser;
using AddUserToGroup.Local.UserPool;

namespace AddUserToGroup.Local.Tests.Page;

/// <summary>A session belongs to one tab, and ends with it.</summary>
public sealed class SessionTests(PageFixture fixture) : BrowserTest(fixture)
{
    private const string Expired = "Your session has ended. Sign in again; your entries are kept.";
    private const string Away = "The user pool cannot be reached. Check the connection, then try again.";

    [ToolFact("node", "chromium")]
    public async Task Shows_who_signed_in_stores_nothing_and_ends_with_a_reload()
    {
        // As a clipboard has it: Cognito allows no blanks at the ends of a password.
        await EnterAsync(SampleUsers.Administrator, $" {SampleUsers.Password} ");

        await Find("#name").ShouldReadAsync(SampleUsers.Administrator);
        await Find("#groups").ShouldReadAsync(SampleUsers.AdministratorsGroup);
        await Heading("Groups").ShouldBeFocusedAsync();
        Assert.Equal("""[{},{},[],""]""", await ReadStorageAsync(Page));
        await Page.ReloadAsync();
        await Find("#sign-in").ShouldBeVisibleAsync();
    }

    [ToolFact("node", "chromium")]
    public async Task Of_two_tabs_is_two_peoples()
    {
        await SignInAsync();
        var other = await OpenTabAsync(Address);
        await new Element(other, "#username").FillAsync(SampleUsers.Ben);
        await new Element(other, "#password").FillAsync(SampleUsers.Password);
        await new Element(other, "#sign-in-form button").ClickAsync();
        await new Element(other, "#name").ShouldReadAsync(SampleUsers.Ben);
        await Page.BringToFrontAsync();

        await Button("Refresh session").ClickAsync();
        await SessionStatus.ShouldReadAsync("Your session is refreshed.");
        await Find("#name").ShouldReadAsync(SampleUsers.Administrator);
        await AddAsync(SampleUsers.Ann, "EDITORS");
        await AddStatus.ShouldContainAsync($"{SampleUsers.Ann} is now in EDITORS.");
        await Button("Sign out").ClickAsync();
        await SignInStatus.ShouldReadAsync("You are signed out.");
        await other.BringToFrontAsync();
        await new Element(other, "#refresh").ClickAsync();
        await new Element(other, "#session-status").ShouldReadAsync("Your session is refreshed.");
        await new Element(other, "#name").ShouldReadAsync(SampleUsers.Ben);
    }

    [ToolFact("node", "chromium")]
    public async Task Is_revoked_by_signing_out()
    {
        await SignInAsync(SampleUsers.Ann);
        var revocation = Page.WaitForResponseAsync(response =>
            response.Request.Headers.GetValueOrDefault("x-amz-target", "").EndsWith(".RevokeToken", StringComparison.Ordinal));

        await Button("Sign out").ClickAsync();

        await SignInStatus.ShouldReadAsync("You are signed out.");
        Assert.True((await revocation).Ok);
        await Field("E-mail address").ShouldHaveValueAsync(SampleUsers.Ann);
        await Field("Password").ShouldBeFocusedAsync();
    }

    [ToolFact("node", "chromium")]
    public async Task Has_to_begin_again_with_the_same_entries_after_an_operator_ended_it()
    {
        await SignInAsync();
        await CallPoolAsync("AdminUserGlobalSignOut", new() { ["Username"] = SampleUsers.Administrator });
        await LetTokensExpireAsync();

        await AddAsync(SampleUsers.Ann, "EDITORS");

        await SignInStatus.ShouldReadAsync(Expired);
        Assert.DoesNotContain("EDITORS", await GroupsOfAsync(SampleUsers.Ann));
        await SignInAsync();
        await User.ShouldHaveValueAsync(SampleUsers.Ann);
        await Button("Add").ClickAsync();
        await AddStatus.ShouldContainAsync($"{SampleUsers.Ann} is now in EDITORS.");
    }

    [ToolFact("node", "chromium")]
    public async Task Has_to_begin_again_after_the_API_rejected_its_token()
    {
        await SignInAsync();
        await InterceptAsync("/graphql", request =>
        {
            var headers = request.Headers.ToDictionary();
            headers["authorization"] = $"{headers["authorization"][..^342]}{new string('A', 342)}";
            return request.ContinueAsync(new() { Headers = headers });
        });

        await AddAsync(SampleUsers.Ann, "VIEWERS");

        await SignInStatus.ShouldReadAsync(Expired);
    }

    [ToolFact("node", "chromium")]
    public async Task Is_kept_while_the_user_pool_is_away()
    {
        await SignInAsync();
        await LetTokensExpireAsync();
        await InterceptAsync(Fixture.Stack.UserPool.Endpoint.ToString(), request => request.AbortAsync());

        await AddAsync(SampleUsers.Ann, "VIEWERS");

        await AddStatus.ShouldContainAsync("the user may or may not have been added. Press Add again");
        await Button("Refresh session").ClickAsync();
        await SessionStatus.ShouldReadAsync(Away);
        await Page.SetRequestInterceptionAsync(false);
        await Button("Add").ClickAsync();
        await AddStatus.ShouldContainAsync($"{SampleUsers.Ann} is now in VIEWERS.");
    }
}
