using AddUserToGroup.Local.Tests.Browser;
using AddUserToGroup.Local.UserPool;

namespace AddUserToGroup.Local.Tests.Page;

/// <summary>Other programs on this machine can have the page's port before or after it, and so its origin. They get nothing.</summary>
public sealed class OtherProgramTests(PageFixture fixture) : BrowserTest(fixture)
{
    private const string Stopped = "A service worker of another program controls this address and could read your password.";

    [ToolFact("node", "chromium")]
    public async Task After_the_page_finds_no_session_and_cannot_watch_the_open_tab()
    {
        var port = ReusablePort.Find();
        var host = await Fixture.StartPageAsync(port);
        await Page.GoToAsync(host.Address.ToString());
        await SignInAsync();
        await host.DisposeAsync();
        await using var thief = await Thief.StartAsync(port);

        var other = await OpenTabAsync(new(thief.Address, Thief.Trap));
        await new Element(other, "#watching").ShouldBeVisibleAsync();

        await Find("[role=alert]").ShouldContainAsync(Stopped);
        await Find("button").ShouldCountAsync(0);
        await Page.GoToAsync(new Uri(thief.Address, Thief.Trap).ToString());
        Assert.Equal("""[{},{},[],""]""", await ReadStorageAsync(Page));
        Assert.DoesNotContain("eyJ", thief.Loot, StringComparison.Ordinal);
    }

    [ToolFact("node", "chromium")]
    public async Task Before_the_page_cannot_watch_it_through_a_service_worker_that_it_left()
    {
        var thief = await Thief.StartAsync(ReusablePort.Find());
        await Page.GoToAsync(new Uri(thief.Address, Thief.Trap).ToString());
        await Find("#watching").ShouldBeVisibleAsync();
        await thief.DisposeAsync();
        await using var host = await Fixture.StartPageAsync(thief.Address.Port);

        await Page.GoToAsync(host.Address.ToString());

        await Find("[role=alert]").ShouldContainAsync(Stopped);
        await Find("input").ShouldCountAsync(0);
    }

    [ToolFact("node", "chromium")]
    public async Task Before_the_page_cannot_put_its_script_into_it_through_the_cache()
    {
        var thief = await Thief.StartAsync(ReusablePort.Find());
        await Page.GoToAsync(new Uri(thief.Address, Thief.Cache).ToString());
        await Find("#stolen").ShouldBeVisibleAsync();
        await thief.DisposeAsync();
        await using var host = await Fixture.StartPageAsync(thief.Address.Port);

        await Page.GoToAsync(host.Address.ToString());

        await SignInAsync();
        await Find("#stolen").ShouldCountAsync(0);
    }

    [ToolFact("node", "chromium")]
    public async Task Like_the_local_stack_has_another_origin_and_finds_no_session()
    {
        await Page.GoToAsync(Fixture.PageAlone.ToString());
        await SignInAsync();

        var explorer = await OpenTabAsync(Fixture.Stack.GraphQL);

        await new Element(explorer, "app-query-editor .cm-content").ShouldContainAsync("mutation AddUserToGroup");
        Assert.NotEqual(Fixture.PageAlone.Authority, Fixture.Stack.GraphQL.Authority);
        Assert.DoesNotContain("CognitoIdentityServiceProvider", await ReadStorageAsync(explorer), StringComparison.Ordinal);
        await Page.BringToFrontAsync();
        await Button("Refresh session").ClickAsync();
        await SessionStatus.ShouldReadAsync("Your session is refreshed.");
        await Find("#name").ShouldReadAsync(SampleUsers.Administrator);
    }
}
