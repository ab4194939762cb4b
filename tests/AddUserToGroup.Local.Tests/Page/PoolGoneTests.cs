using AddUserToGroup.Local.UserPool;
using AddUserToGroup.Local.Tests.Browser;

namespace AddUserToGroup.Local.Tests.Page;

/// <summary>What only an operator can mend, for real: the user pool is deleted under a session. It takes the stack along.</summary>
public sealed class PoolGoneTests(PageFixture fixture) : BrowserTest(fixture), IClassFixture<PageFixture>
{
    [ToolFact("node", "chromium")]
    public async Task A_pool_that_is_gone_is_a_fault_to_tell_the_operator()
    {
        await SignInAsync(SampleUsers.Administrator);
        await CallPoolAsync("DeleteUserPool", []);

        await AddAsync(SampleUsers.Ann, "EDITORS");

        await AddStatus.ShouldContainAsync("This is a fault that only the operator can mend.");
        await AddStatus.ShouldNotContainAsync("us-east-1");
        await Page.ReloadAsync();
        await Find("#members").ShouldContainAsync("The members cannot be read.");
    }
}
