using System.Net;
using AddUserToGroup.Local.UserPool;

namespace AddUserToGroup.Local.Tests.Page;

/// <summary>A browser that opens the API's address gets the explorer; everything else gets AppSync's response.</summary>
[Collection("Signing in")]
public sealed class ExplorerTests(PageFixture fixture) : BrowserTest(fixture)
{
    private const string ReadDatabases =
        """
        async () => JSON.stringify(await Promise.all((await indexedDB.databases()).map(({ name }) => new Promise((done) => {
          indexedDB.open(name).onsuccess = ({ target: { result } }) => Promise.all([...result.objectStoreNames].map((store) =>
            new Promise((read) => { result.transaction(store).objectStore(store).getAll().onsuccess = (all) => read(all.target.result); })))
            .then((all) => done([name, all]));
        }))))
        """;

    private protected override Uri Address => Fixture.Stack.GraphQL;

    [ToolFact("all", "node", "chromium")]
    public async Task Offers_the_mutation_with_a_token_calls_no_other_host_and_deletes_only_its_own_database()
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
        await Page.EvaluateFunctionAsync("() => new Promise((done) => { indexedDB.open('another program').onsuccess = done; })");
        await Button("Send Request").ClickAsync();
        await Find("app-query-result .cm-content").ShouldContainAsync("\"groupName\": \"EDITORS\"");
        Assert.Equal(["EDITORS"], await GroupsOfAsync(SampleUsers.Ann));

        await Page.ReloadAsync();

        await Find("app-query-editor .cm-content").ShouldContainAsync("mutation AddUserToGroup");
        await Button("Send Request").ClickAsync();
        await Find("app-query-result .cm-content").ShouldContainAsync("\"groupName\": \"EDITORS\"");
        Assert.NotEqual(tokens[0], tokens[^1]);
        var databases = await Page.EvaluateFunctionAsync<string>(ReadDatabases);
        Assert.DoesNotContain(tokens[0], databases, StringComparison.Ordinal);
        Assert.Contains("another program", databases, StringComparison.Ordinal);
        Assert.All(addresses, address => Assert.True(
            address.StartsWith("data:", StringComparison.Ordinal)
            || address.StartsWith(Fixture.Stack.Lambda.ToString(), StringComparison.Ordinal),
            address));
    }

    [ToolFact("node", "chromium")]
    public async Task Gives_its_token_to_nothing_but_a_browsers_own_window()
    {
        foreach (var header in new[] { ("Accept", "*/*"), ("Authorization", "none"), ("Origin", "null"), ("Sec-Fetch-Dest", "iframe") })
        {
            using var rejected = await GetAsync(header);
            Assert.Equal(HttpStatusCode.Unauthorized, rejected.StatusCode);
        }

        using var response = await GetAsync(("Sec-Fetch-Dest", "document"));
        Assert.Contains("\"Authorization\":\"eyJ", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.False(response.Headers.Contains("Access-Control-Allow-Origin"));
        Assert.Equal("same-origin", response.Headers.GetValues("Cross-Origin-Opener-Policy").Single());
        Assert.True(response.Headers.CacheControl!.NoStore);
        Assert.Matches(
            "default-src 'none'; script-src 'self' 'nonce-[0-9A-F]{32}';.* connect-src 'self';.* frame-ancestors 'none'",
            response.Headers.GetValues("Content-Security-Policy").Single());
    }

    private async Task<HttpResponseMessage> GetAsync((string Name, string Value) header)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, Address);
        request.Headers.TryAddWithoutValidation("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8");
        request.Headers.Remove(header.Name);
        request.Headers.TryAddWithoutValidation(header.Name, header.Value);
        return await http.SendAsync(request);
    }
}
