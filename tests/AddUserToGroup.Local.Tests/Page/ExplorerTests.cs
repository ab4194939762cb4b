using AddUserToGroup.Local.Tests.Browser;
using AddUserToGroup.Local.UserPool;
using PuppeteerSharp;

namespace AddUserToGroup.Local.Tests.Page;

/// <summary>What a browser finds at the API's address.</summary>
[Collection("Signing in")]
public sealed class ExplorerTests(PageFixture fixture) : BrowserTest(fixture)
{
    private const string Kept =
        """
        Promise.all((await indexedDB.databases()).map(({ name }) => new Promise((done) => {
          indexedDB.open(name).onsuccess = ({ target: { result } }) => Promise.all([...result.objectStoreNames].map((store) =>
            new Promise((read) => { result.transaction(store).objectStore(store).getAll().onsuccess = (all) => read(all.target.result); })))
            .then(done);
        }))).then((all) => JSON.stringify([all, localStorage]))
        """;

    private protected override Uri Address => Fixture.Stack.GraphQL;

    [ToolFact("all", "node", "chromium")]
    public async Task Offers_the_mutation_with_a_token_of_the_administrator_and_calls_nobody_else()
    {
        var addresses = new List<string>();
        var tokens = new List<string>();
        Page.Request += (_, sent) =>
        {
            addresses.Add(sent.Request.Url);
            if (sent.Request.Headers.TryGetValue("authorization", out var token))
            {
                tokens.Add(token);
            }
        };

        await Button("Send Request").ClickAsync();

        await Find("app-query-result .cm-content").ShouldContainAsync("\"groupName\": \"EDITORS\"");
        Assert.Equal(["EDITORS"], await GroupsOfAsync(SampleUsers.Ann));
        var first = tokens[0];
        var reloaded = await Page.ReloadAsync();
        await Find("app-query-editor .cm-content").ShouldContainAsync("mutation AddUserToGroup");
        await Button("Send Request").ClickAsync();
        await Find("app-query-result .cm-content").ShouldContainAsync("\"groupName\": \"EDITORS\"");
        Assert.NotEqual(first, tokens[^1]);
        Assert.Contains(tokens[^1], await reloaded.TextAsync(), StringComparison.Ordinal);
        var kept = await Page.EvaluateFunctionAsync<string>($"async () => {Kept}");
        Assert.DoesNotContain(first, kept, StringComparison.Ordinal);
        Assert.All(addresses, address => Assert.True(
            address.StartsWith("data:", StringComparison.Ordinal)
            || address.StartsWith(Fixture.Stack.Lambda.ToString(), StringComparison.Ordinal),
            address));
    }
}
