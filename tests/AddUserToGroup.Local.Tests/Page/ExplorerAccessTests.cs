using System.Net;
using AddUserToGroup.Local.Page;
using AddUserToGroup.Local.UserPool;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace AddUserToGroup.Local.Tests.Page;

/// <summary>Who gets what at the API's address and at the explorer's files, each request made by hand.</summary>
[Collection("Page")]
public sealed class ExplorerAccessTests(PageFixture fixture) : IDisposable
{
    private const string Browsers = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    private readonly HttpClient _http = new();

    [ToolFact("node", "chromium")]
    public async Task Gives_the_token_to_nothing_but_the_document_itself()
    {
        using var response = await GetAsync(
            fixture.Stack.GraphQL, ("Accept", Browsers), ("Sec-Fetch-Dest", "document"), ("Sec-Fetch-Site", "none"));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/html", response.Content.Headers.ContentType!.MediaType);
        Assert.Contains("\"Authorization\":\"eyJ", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.False(response.Headers.Contains("Access-Control-Allow-Origin"));
        Assert.Equal("same-origin", response.Headers.GetValues("Cross-Origin-Opener-Policy").Single());
        Assert.Equal("same-origin", response.Headers.GetValues("Cross-Origin-Resource-Policy").Single());
        Assert.True(response.Headers.CacheControl!.NoStore);
        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Matches("default-src 'none'; script-src 'self' 'nonce-[0-9A-F]{32}';", policy);
        Assert.Contains("connect-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
    }

    [ToolTheory("node", "chromium")]
    [InlineData("")]
    [InlineData("", "Accept", "*/*")]
    [InlineData("", "Accept", "application/json, text/html")]
    [InlineData("?query={_empty}", "Accept", Browsers)]
    [InlineData("", "Accept", Browsers, "Authorization", "none")]
    [InlineData("", "Accept", Browsers, "Origin", "https://elsewhere.example")]
    [InlineData("", "Accept", Browsers, "Origin", "null")]
    [InlineData("", "Accept", Browsers, "Sec-Fetch-Dest", "iframe")]
    [InlineData("", "Accept", Browsers, "Sec-Fetch-Dest", "script")]
    [InlineData("", "Accept", Browsers, "Sec-Fetch-Dest", "empty")]
    public async Task Answers_every_other_request_as_AppSync_does(string query, params string[] headers)
    {
        using var response = await GetAsync(
            new(fixture.Stack.GraphQL, query), [.. headers.Chunk(2).Select(header => (header[0], header[1]))]);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("*", response.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.StartsWith(
            """{"errors":[{"errorType":"UnauthorizedException",""", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [ToolFact("node", "chromium")]
    public async Task Has_the_explorer_at_the_stacks_own_address_alone()
    {
        using var response = await GetAsync(fixture.Stack.GraphQL, ("Accept", Browsers), ("Host", "elsewhere.example"));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [ToolTheory("node", "chromium")]
    [InlineData("main.js", HttpStatusCode.OK, "text/javascript")]
    [InlineData("assets/i18n/en-US.json", HttpStatusCode.OK, "application/json")]
    [InlineData("nothing.js", HttpStatusCode.NotFound)]
    [InlineData("", HttpStatusCode.NotFound)]
    [InlineData("assets", HttpStatusCode.NotFound)]
    [InlineData("../../package.json", HttpStatusCode.NotFound)]
    [InlineData("..%2f..%2fpackage.json", HttpStatusCode.NotFound)]
    [InlineData("%2e%2e/%2e%2e/package.json", HttpStatusCode.NotFound)]
    [InlineData("..%5c..%5cpackage.json", HttpStatusCode.NotFound)]
    [InlineData("/etc/hostname", HttpStatusCode.NotFound)]
    public async Task Serves_the_files_of_the_package_and_no_others(string name, HttpStatusCode status, string? type = null)
    {
        var address = new Uri(
            $"{fixture.Stack.Lambda}explorer/{name}", new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });

        using var response = await GetAsync(address);

        Assert.Equal(status, response.StatusCode);
        Assert.Equal(type, response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(type is not null, response.Headers.Contains("X-Content-Type-Options"));
    }

    [ToolFact("node", "chromium")]
    public async Task Keeps_its_files_from_other_sites()
    {
        using var response = await GetAsync(new(fixture.Stack.Lambda, "/explorer/main.js"), ("Sec-Fetch-Site", "cross-site"));

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [ToolTheory("node", "chromium")]
    [InlineData(HttpStatusCode.OK, """{"ChallengeName":"MFA_SETUP"}""")]
    [InlineData(HttpStatusCode.BadRequest, """{"__type":"NotAuthorizedException"}""")]
    public async Task Opens_without_a_token_where_the_administrator_cannot_be_signed_in(HttpStatusCode status, string answer)
    {
        await using var pool = LoopbackHost.CreateBuilder(port: 0).Build();
        pool.MapPost("/", () => Results.Text(answer, "application/json", statusCode: (int)status));
        await pool.StartAsync();
        using var cognito = new CognitoClient(new(pool.Urls.Single()));
        using var body = new MemoryStream();
        var context = new DefaultHttpContext { Response = { Body = body } };

        await new Explorer(cognito, "client").AnswerAsync(context);

        var document = System.Text.Encoding.UTF8.GetString(body.ToArray());
        Assert.Contains("could not be signed in", document, StringComparison.Ordinal);
        Assert.Contains("\"Authorization\":\"\"", document, StringComparison.Ordinal);
    }

    public void Dispose() => _http.Dispose();

    private async Task<HttpResponseMessage> GetAsync(Uri address, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await _http.SendAsync(request);
    }
}
