using AddUserToGroup.Local.UserPool;

namespace AddUserToGroup.Local.Tests.Page;

/// <summary>An administrator adds users to groups.</summary>
public sealed class AddingTests(PageFixture fixture) : BrowserTest(fixture)
{
    private static readonly string Administrators = SampleUsers.AdministratorsGroup;

    [ToolFact("node", "chromium")]
    public async Task Adds_a_user_and_shows_the_new_member_and_whoever_was_one_already()
    {
        await SignInAsync();

        // As a clipboard has them.
        await AddAsync($" {SampleUsers.Ann}\t", " EDITORS ");

        await AddStatus.ShouldReadAsync(
            $"{SampleUsers.Ann} is now in EDITORS. They see it after they refresh their session.");
        await MembersOf("EDITORS").ShouldReadAsync($"EDITORS1 member{SampleUsers.Ann} new");
        await User.ShouldBeFocusedAsync();
        await User.ShouldHaveValueAsync("");
        Assert.Contains("EDITORS", await GroupsOfAsync(SampleUsers.Ann));
        await Page.ReloadAsync();
        await SignInAsync();
        await MembersOf("EDITORS").ShouldReadAsync($"EDITORS1 member{SampleUsers.Ann}");
        await AddAsync(SampleUsers.Ann, "EDITORS");
        await AddStatus.ShouldReadAsync($"{SampleUsers.Ann} is in EDITORS already; nothing had to be changed.");
        await MembersOf("EDITORS").ShouldReadAsync($"EDITORS1 member{SampleUsers.Ann}");
    }

    [ToolFact("node", "chromium")]
    public async Task Does_the_whole_job_with_the_keyboard()
    {
        await RemoveAsync(SampleUsers.Ben, "VIEWERS");
        await Field("E-mail address").FocusAsync();
        await Page.Keyboard.TypeAsync(SampleUsers.Administrator);
        await Page.Keyboard.PressAsync("Tab");
        await Page.Keyboard.TypeAsync(SampleUsers.Password);
        await Page.Keyboard.PressAsync("Enter");
        await Heading("Groups").ShouldBeFocusedAsync();

        foreach (var key in new[] { "Tab", "Tab", "Tab" })
        {
            await Page.Keyboard.PressAsync(key);
        }

        await Page.Keyboard.TypeAsync(SampleUsers.Ben);
        await Page.Keyboard.PressAsync("Tab");
        await Page.Keyboard.TypeAsync("VIEWERS");
        await Page.Keyboard.PressAsync("Enter");

        await AddStatus.ShouldContainAsync($"{SampleUsers.Ben} is now in VIEWERS.");
    }

    [ToolFact("node", "chromium")]
    public async Task Asks_once_more_before_it_makes_an_administrator()
    {
        await SignInAsync();

        await AddAsync(SampleUsers.Ann, Administrators);
        await Find("#confirm-text").ShouldReadAsync(
            $"{SampleUsers.Ann} will be able to add anybody to any group and to make administrators. This page cannot undo it; the operator can.");
        await Button("Cancel").ShouldBeFocusedAsync();
        await Page.Keyboard.PressAsync("Escape");
        await AddStatus.ShouldReadAsync("Nothing was changed.");
        await Button("Add").ShouldBeFocusedAsync();
        Assert.DoesNotContain(Administrators, await GroupsOfAsync(SampleUsers.Ann));

        await Button("Add").ClickAsync();
        await Button("Make administrator").ClickAsync();
        await AddStatus.ShouldContainAsync($"{SampleUsers.Ann} is now in {Administrators}.");
        Assert.Contains(Administrators, await GroupsOfAsync(SampleUsers.Ann));
    }

    [ToolFact("node", "chromium")]
    public async Task Has_no_form_for_a_user_who_is_not_an_administrator()
    {
        await SignInAsync(SampleUsers.Ben);

        await Find("#not-an-administrator").ShouldReadAsync(
            $"Only members of {Administrators} can add users. Ask one of them to add you, then refresh your session.");
        await Find("#add-form").ShouldBeHiddenAsync();

        await CallPoolAsync("AdminAddUserToGroup", new() { ["Username"] = SampleUsers.Ben, ["GroupName"] = Administrators });
        await Button("Refresh session").ClickAsync();
        await Find("#add-form").ShouldBeVisibleAsync();
        await Find("#not-an-administrator").ShouldBeHiddenAsync();
        await SessionStatus.ShouldReadAsync("Your session is refreshed.");
        await RemoveAsync(SampleUsers.Ben, Administrators);
    }

    [ToolFact("node", "chromium")]
    public async Task Keeps_a_name_that_is_typed_while_it_adds_and_ignores_a_second_press()
    {
        var requests = 0;
        var (apiGoesOn, directoryGoesOn) = (new TaskCompletionSource(), new TaskCompletionSource());
        await SignInAsync();
        await MembersOf("VIEWERS").ShouldBeVisibleAsync();
        await InterceptAsync(Address.ToString(), async request =>
        {
            var isApi = request.Url.EndsWith("/graphql", StringComparison.Ordinal);
            requests += isApi ? 1 : 0;
            await (isApi ? apiGoesOn : directoryGoesOn).Task;
            await request.ContinueAsync();
        });

        await AddAsync(SampleUsers.Ann, "VIEWERS");
        await AddStatus.ShouldReadAsync("Adding …");
        await User.FillAsync(SampleUsers.Ben);
        await Page.Keyboard.PressAsync("Enter");
        apiGoesOn.SetResult();

        await AddStatus.ShouldContainAsync($"{SampleUsers.Ann} is now in VIEWERS.");
        await User.ShouldHaveValueAsync(SampleUsers.Ben);
        Assert.Equal(1, requests);
        directoryGoesOn.SetResult();
        await MembersOf("VIEWERS").ShouldContainAsync($"{SampleUsers.Ann} new");
    }
}
