using System.Net;
using System.Text.Json;
using AddUserToGroup.Local.Tests.Browser;
using AddUserToGroup.Local.UserPool;

namespace AddUserToGroup.Local.Tests.Page;

/// <summary>Adding a user to a group: the outcome, and every error's sentence.</summary>
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
            $"{SampleUsers.Ann} will be able to add anybody to groups, to ADMINS as well. This page cannot take that back; an operator can.");
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
            "Only members of ADMINS can, and you are not one. Ask an administrator to add you, then refresh your session.");
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

    [ToolFact("node", "chromium")]
    public async Task Says_beside_the_form_what_is_wrong_with_the_user()
    {
        await ArriveAsync(SampleUsers.Administrator);

        foreach (var (user, sentence) in new[]
        {
            ("nobody@example.com", "There is no user nobody@example.com. Check the spelling; people without an account have to get one first."),
            ("ann+typo@example.com", "There is no user ann+typo@example.com. Check the spelling; people without an account have to get one first."),
            ("<script>alert(1)</script>", "There is no user <script>alert(1)</script>. Check the spelling; people without an account have to get one first."),
            ("🙂", "There is no user 🙂. Check the spelling; people without an account have to get one first."),
            ("", "The user must not be empty. Correct it, then press Add again."),
            ("ann @example.com", "The user must not contain white space, control, format or private-use characters, or fillers. Correct it, then press Add again."),
            ("   ", "The user must not be empty. Correct it, then press Add again."),
            (new string('a', 10_000), "The user must not be longer than 128 characters. Correct it, then press Add again."),
        })
        {
            await AddAsync(user, "EDITORS");

            await AddStatus.ShouldReadAsync(sentence);
            await AssertToCorrectAsync(User, Group);
        }

        Assert.Empty(Complaints);
    }

    [ToolFact("node", "chromium")]
    public async Task Says_beside_the_form_what_is_wrong_with_the_group()
    {
        await ArriveAsync(SampleUsers.Administrator);

        foreach (var (group, sentence) in new[]
        {
            ("PAINTERS", "There is no group PAINTERS. Check the spelling, capital letters count; or ask the operator to create it."),
            ("<script>alert(1)</script>", "<script>alert(1)</script> is not one of the groups that can be handed out here. Choose another, or ask the operator to allow it."),
            ("🙂", "🙂 is not one of the groups that can be handed out here. Choose another, or ask the operator to allow it."),
            ("", "The group must not be empty. Correct it, then press Add again."),
            ("EDIT ORS", "The group must not contain white space, control, format or private-use characters, or fillers. Correct it, then press Add again."),
        })
        {
            await AddAsync(SampleUsers.Ann, group);

            await AddStatus.ShouldReadAsync(sentence);
            await AssertToCorrectAsync(Group, User);
        }

        Assert.Empty(Complaints);
    }

    [ToolFact("node", "chromium")]
    public async Task Says_who_can_mend_a_fault_that_is_not_the_persons()
    {
        var errorType = "";
        await AnswerAsync("/graphql", request => request.RespondAsync(new()
        {
            Status = HttpStatusCode.OK,
            ContentType = "application/json",
            Body = JsonSerializer.Serialize(new
            {
                data = new { addUserToGroup = (object?)null },
                errors = new[] { new { path = new[] { "addUserToGroup" }, errorType, message = "<b>m</b>" } },
            }),
        }));
        await ArriveAsync(SampleUsers.Administrator);

        foreach (var (type, sentence) in new[]
        {
            ("Unauthorized", "You may not add users to groups. Ask an administrator to add you to ADMINS, then refresh your session."),
            ("Throttled", "The user pool is busy. Wait a few seconds, then press Add again."),
            ("Unavailable", "There was no answer, so it is not known whether the user was added. Press Add again; doing it twice does no harm."),
            ("InternalError", "This is a fault that only the operator can mend. Tell them, with the time; the function's log names the cause."),
            ("SomethingNew", "Something unexpected happened: <b>m</b> Try again; if it stays, tell the operator."),
        })
        {
            errorType = type;
            await AddAsync(SampleUsers.Ann, "EDITORS");

            await AddStatus.ShouldReadAsync(sentence);
        }
    }

    [ToolFact("node", "chromium")]
    public async Task Takes_a_type_at_the_start_of_the_message()
    {
        await AnswerAsync("/graphql", request => request.RespondAsync(new()
        {
            Status = HttpStatusCode.OK,
            ContentType = "application/json",
            Body = """{"data":null,"errors":[{"errorType":"Lambda:Unhandled","message":"InvalidInput: groupName must not be empty."}]}""",
        }));
        await ArriveAsync(SampleUsers.Administrator);

        await AddAsync(SampleUsers.Ann, "");

        await AddStatus.ShouldReadAsync("The group must not be empty. Correct it, then press Add again.");
    }

    [ToolTheory("node", "chromium")]
    [InlineData(HttpStatusCode.TooManyRequests, "The user pool is busy.")]
    [InlineData(HttpStatusCode.ServiceUnavailable, "There was no answer, so it is not known whether the user was added.")]
    public async Task Has_a_sentence_for_a_status_without_an_answer_of_the_API(HttpStatusCode status, string sentence)
    {
        await AnswerAsync("/graphql", request => request.RespondAsync(new() { Status = status, Body = "busy" }));
        await ArriveAsync(SampleUsers.Administrator);

        await AddAsync(SampleUsers.Ann, "EDITORS");

        await AddStatus.ShouldContainAsync(sentence);
    }

    [ToolFact("node", "chromium")]
    public async Task Leaves_it_open_whether_the_user_was_added_where_the_API_does_not_answer()
    {
        await ArriveAsync(SampleUsers.Administrator);
        await AnswerAsync("/graphql", request => request.AbortAsync());

        await AddAsync(SampleUsers.Ann, "EDITORS");

        await AddStatus.ShouldContainAsync("it is not known whether the user was added. Press Add again");
    }

    private static async Task AssertToCorrectAsync(Element wrong, Element right)
    {
        await wrong.ShouldBeFocusedAsync();
        await wrong.ShouldHaveAttributeAsync("aria-invalid", "true");
        await right.ShouldHaveAttributeAsync("aria-invalid", "false");
    }
}
