using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using AddUserToGroup.Local.Tests.Browser;
using AddUserToGroup.Local.UserPool;
using PuppeteerSharp;

namespace AddUserToGroup.Local.Tests.Page;

/// <summary>What the local stack's page shows of users and groups.</summary>
public sealed class MembersTests(PageFixture fixture) : BrowserTest(fixture)
{
    [ToolFact("node", "chromium")]
    public async Task Offers_users_and_groups_as_one_types()
    {
        await ArriveAsync(SampleUsers.Administrator);

        await Find($"#user-ids option[value=\"{SampleUsers.Ann}\"]").ShouldCountAsync(1);
        await Find("#group-names option[value=\"EDITORS\"]").ShouldCountAsync(1);
    }

    [ToolFact("node", "chromium")]
    public async Task Tells_users_with_the_same_address_apart()
    {
        await ShowAsync(Directory(
            [Person("google_1", "eve@example.com"), Person("google_2", "eve@example.com"), Person("sub-3", "ann@example.com")],
            ("EDITORS", ["google_2", "sub-3"])));

        await MembersOf("EDITORS").ShouldReadAsync("EDITORS2 memberseve@example.com google_2ann@example.com");
        await Find("#user-ids option[value=\"google_1\"]").ShouldReadAsync("eve@example.com");
        await Find("#user-ids option[value=\"ann@example.com\"]").ShouldCountAsync(1);
    }

    [ToolFact("node", "chromium")]
    public async Task Closes_what_is_too_long_to_read_at_a_glance()
    {
        var names = Enumerable.Range(1, 300).Select(number => $"user-{number}").ToArray();
        await ShowAsync(Directory([], ("MANY", names), ("FEW", ["ann"]), ("NONE", [])));

        await MembersOf("MANY").ShouldContainAsync("300 members");
        await Find("details[data-group=MANY][open]").ShouldCountAsync(0);
        await MembersOf("FEW").ShouldContainAsync("1 member");
        await Find("details[data-group=FEW][open]").ShouldCountAsync(1);
        await MembersOf("NONE").ShouldContainAsync("Nobody yet.");
        await Find("details[data-group=MANY] summary").ClickAsync();
        await Find("details[data-group=MANY] li").ShouldCountAsync(300);
    }

    [ToolFact("node", "chromium")]
    public async Task Says_that_it_is_reading_and_then_that_it_could_not()
    {
        var goOn = new TaskCompletionSource();
        await AnswerAsync("/directory", async request =>
        {
            await goOn.Task;
            await request.RespondAsync(new() { Status = HttpStatusCode.BadGateway });
        });
        await ArriveAsync(SampleUsers.Administrator);

        await Find("#members").ShouldReadAsync("Reading the members …");
        goOn.SetResult();

        await Find("#members").ShouldReadAsync("The members cannot be read. See whether the local stack is running, then reload.");
    }

    [ToolFact("node", "chromium")]
    public async Task Shows_a_group_whose_name_is_markup_as_it_is()
    {
        const string group = "<img/src=x/onerror=alert(1)>";
        await ShowAsync(Directory([], (group, [group])));

        await Heading(group).ShouldBeVisibleAsync();
        await Find("main img").ShouldCountAsync(0);
    }

    private async Task ShowAsync(string directory)
    {
        await AnswerAsync("/directory", request => request.RespondAsync(
            new() { Status = HttpStatusCode.OK, ContentType = "application/json", Body = directory }));
        await ArriveAsync(SampleUsers.Administrator);
    }

    private static JsonObject Person(string username, string email) => new() { ["username"] = username, ["email"] = email };

    private static string Directory(JsonObject[] users, params (string Name, string[] Members)[] groups) =>
        JsonSerializer.Serialize(new { users, groups = groups.Select(group => new { name = group.Name, members = group.Members }) });
}
