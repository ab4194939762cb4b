using AddUserToGroup.Local.Tests.Browser;
using AddUserToGroup.Local.UserPool;

namespace AddUserToGroup.Local.Tests.Page;

/// <summary>Adding a user to a group, by whoever may and knows how.</summary>
public sealed class AddingTests(PageFixture fixture) : BrowserTest(fixture)
{
    [ToolFact("node", "chromium")]
    public async Task Adds_a_user_and_shows_the_new_member()
    {
        await ArriveAsync(SampleUsers.Administrator);
        await MembersOf("EDITORS").ShouldNotContainAsync(SampleUsers.Ann);

        await AddAsync(SampleUsers.Ann, "EDITORS");

        await AddStatus.ShouldReadAsync(
            $"{SampleUsers.Ann} is now in EDITORS. They see it after they refresh their session.");
        await MembersOf("EDITORS").ShouldContainAsync(SampleUsers.Ann);
        await User.ShouldBeFocusedAsync();
        await User.ShouldHaveValueAsync("");
        Assert.Contains("EDITORS", await GroupsOfAsync(SampleUsers.Ann));
        Assert.Empty(Complaints);
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
    public async Task Trims_names_as_they_come_from_a_clipboard()
    {
        await ArriveAsync(SampleUsers.Administrator);

        await AddAsync($" {SampleUsers.Ann}\t", " EDITORS ");

        await AddStatus.ShouldContainAsync($"{SampleUsers.Ann} is now in EDITORS.");
    }

    [ToolFact("node", "chromium")]
    public async Task Says_so_where_the_user_is_a_member_already()
    {
        await CallPoolAsync("AdminAddUserToGroup", new() { ["Username"] = SampleUsers.Ann, ["GroupName"] = "EDITORS" });
        await ArriveAsync(SampleUsers.Administrator);
        await MembersOf("EDITORS").ShouldContainAsync(SampleUsers.Ann);

        await AddAsync(SampleUsers.Ann, "EDITORS");

        await AddStatus.ShouldReadAsync($"{SampleUsers.Ann} is in EDITORS already; nothing had to be changed.");
        await MembersOf("EDITORS").ShouldNotContainAsync("new");
    }

    [ToolFact("node", "chromium")]
    public async Task Asks_once_more_before_it_makes_an_administrator()
    {
        await ArriveAsync(SampleUsers.Administrator);

        await AddAsync(SampleUsers.Ann, "ADMINS");
        await Find("#confirm-text").ShouldReadAsync(
            $"{SampleUsers.Ann} will be able to add anybody to any group and to make administrators. This page cannot undo it; the operator can.");
        await Button("Cancel").ShouldBeFocusedAsync();
        await Page.Keyboard.PressAsync("Escape");
        await AddStatus.ShouldReadAsync("Nothing was changed.");
        await Button("Add").ShouldBeFocusedAsync();
        Assert.DoesNotContain("ADMINS", await GroupsOfAsync(SampleUsers.Ann));

        await Button("Add").ClickAsync();
        await Button("Make administrator").ClickAsync();
        await AddStatus.ShouldContainAsync($"{SampleUsers.Ann} is now in ADMINS.");
        Assert.Contains("ADMINS", await GroupsOfAsync(SampleUsers.Ann));
    }

    [ToolFact("node", "chromium")]
    public async Task Tells_whoever_is_not_an_administrator_on_arrival()
    {
        await SignInAsync(SampleUsers.Ben);

        await Find("#not-an-administrator").ShouldReadAsync(
            "Only members of ADMINS can add users. Ask one of them to add you, then refresh your session.");
        await Find("#add-form").ShouldBeHiddenAsync();

        await CallPoolAsync("AdminAddUserToGroup", new() { ["Username"] = SampleUsers.Ben, ["GroupName"] = "ADMINS" });
        await Button("Refresh session").ClickAsync();
        await Find("#add-form").ShouldBeVisibleAsync();
        await Find("#not-an-administrator").ShouldBeHiddenAsync();
        await RemoveAsync(SampleUsers.Ben, "ADMINS");
    }

    [ToolFact("node", "chromium")]
    public async Task Shows_that_it_is_adding_and_takes_no_second_press()
    {
        var requests = 0;
        var goOn = new TaskCompletionSource();
        await AnswerAsync("/graphql", async request =>
        {
            requests++;
            await goOn.Task;
            await request.ContinueAsync();
        });
        await ArriveAsync(SampleUsers.Administrator);

        await AddAsync(SampleUsers.Ann, "VIEWERS");
        await AddStatus.ShouldReadAsync("Adding …");
        await Button("Add").FocusAsync();
        await Page.Keyboard.PressAsync("Enter");
        goOn.SetResult();

        await AddStatus.ShouldContainAsync("is now in VIEWERS");
        Assert.Equal(1, requests);
    }
}
