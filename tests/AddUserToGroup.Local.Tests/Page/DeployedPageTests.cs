using AddUserToGroup.Local.Tests.Browser;
using AddUserToGroup.Local.UserPool;

namespace AddUserToGroup.Local.Tests.Page;

/// <summary>The page served by itself, for the API and the user pool of a stack that it is no part of.</summary>
public sealed class DeployedPageTests(PageFixture fixture) : BrowserTest(fixture)
{
    private protected override Uri Address => Fixture.PageApart;

    [ToolFact("node", "chromium")]
    public async Task Adds_a_user_and_shows_nothing_of_a_local_stack()
    {
        await Find("#sample").ShouldBeHiddenAsync();
        await SignInAsync(SampleUsers.Administrator);
        await Find("#members-card").ShouldBeHiddenAsync();
        await Find("#user-pool").ShouldReadAsync(Fixture.Stack.UserPool.Id);

        await AddAsync(SampleUsers.Ann, "EDITORS");

        await AddStatus.ShouldContainAsync($"{SampleUsers.Ann} is now in EDITORS.");
        Assert.Contains("EDITORS", await GroupsOfAsync(SampleUsers.Ann));
        Assert.Empty(Complaints);
    }

    [ToolFact("node", "chromium")]
    public async Task Is_let_by_its_policy_to_its_two_hosts_and_no_other()
    {
        using var http = new HttpClient { BaseAddress = Address };

        using var response = await http.GetAsync("/");

        Assert.Contains(
            $"connect-src {Origin(Fixture.Stack.UserPool.Endpoint)} {Origin(Fixture.Stack.GraphQL)}; ",
            response.Headers.GetValues("Content-Security-Policy").Single(),
            StringComparison.Ordinal);
    }

    private static string Origin(Uri address) => address.GetLeftPart(UriPartial.Authority);
}
