using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AddUserToGroup.Local.Tests.Page;

/// <summary>The local stack's page shows users and groups.</summary>
public sealed class MembersTests(PageFixture fixture) : BrowserTest(fixture)
{
    private const string Markup = "<img/src=x/onerror=alert(1)>";

    [ToolFact("node", "chromium")]
    public async Task Shows_members_and_offers_users_whatever_their_names_and_numbers_are()
    {
        var many = Enumerable.Range(1, 300).Select(number => $"user-{number}").ToArray();
        var directory = Directory(
            [Person("google_1", "eve@example.com"), Person("google_2", "eve@example.com"), Person("sub-3", "ann@example.com")],
            ("SHARED", ["google_2", "sub-3"]),
            ("MANY", many),
            ("NONE", []),
            (Markup, [Markup]));
        await InterceptAsync("/directory", request => request.RespondAsync(
            new() { Status = HttpStatusCode.OK, ContentType = "application/json", Body = directory }));
        await SignInAsync();

        // Two users with the same address are distinguished by their usernames.
        await MembersOf("SHARED").ShouldReadAsync("SHARED2 memberseve@example.com google_2ann@example.com");
        await Find("#user-ids option[value=\"google_1\"]").ShouldReadAsync("eve@example.com");
        await Find("#user-ids option[value=\"ann@example.com\"]").ShouldCountAsync(1);
        await Find("#group-names option[value=\"SHARED\"]").ShouldCountAsync(1);
        await Find("details[data-group=SHARED][open]").ShouldCountAsync(1);
        await MembersOf("NONE").ShouldContainAsync("Nobody yet.");
        await Find("details[data-group=MANY][open]").ShouldCountAsync(0);
        await Find("details[data-group=MANY] summary").ClickAsync();
        await Find("details[data-group=MANY] li").ShouldCountAsync(300);
        await Heading(Markup).ShouldBeVisibleAsync();
        await Find("main img").ShouldCountAsync(0);
    }

    [ToolFact("node", "chromium")]
    public async Task Says_that_it_is_reading_and_then_that_it_could_not()
    {
        var goOn = new TaskCompletionSource();
        await InterceptAsync("/directory", async request =>
        {
            await goOn.Task;
            await request.RespondAsync(new() { Status = HttpStatusCode.BadGateway });
        });
        await SignInAsync();

        await Find("#members").ShouldReadAsync("Reading the members …");
        goOn.SetResult();

        await Find("#members").ShouldReadAsync("The members cannot be read. Check that the local stack is running, then reload.");
    }

    private static JsonObject Person(string username, string email) => new() { ["username"] = username, ["email"] = email };

    private static string Directory(JsonObject[] users, params (string Name, string[] Members)[] groups) =>
        JsonSerializer.Serialize(new { users, groups = groups.Select(group => new { name = group.Name, members = group.Members }) });
}
