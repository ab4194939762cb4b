using System.Net;
using AddUserToGroup.Local.Tests.Browser;

namespace AddUserToGroup.Local.Tests.Page;

/// <summary>What every file of the page is served with.</summary>
[Collection("Page")]
public sealed class HeadersTests(PageFixture fixture)
{
    [ToolTheory("node", "chromium")]
    [InlineData("/")]
    [InlineData("/page.js")]
    [InlineData("/style.css")]
    [InlineData("/icon.svg")]
    [InlineData("/directory")]
    public async Task Forbids_what_the_page_does_not_need(string path)
    {
        using var http = new HttpClient { BaseAddress = fixture.Stack.Page };

        using var response = await http.GetAsync(path);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.False(response.Headers.Contains("Access-Control-Allow-Origin"));
    }
}
