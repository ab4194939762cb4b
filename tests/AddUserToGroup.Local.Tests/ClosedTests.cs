using System.Net;
using System.Net.Http.Headers;
using AddUserToGroup.Local.Lambda;

namespace AddUserToGroup.Local.Tests;

/// <summary>The stack responds only to this machine, and to no page of another site.</summary>
[Collection("Stack")]
public sealed class ClosedTests(StackFixture fixture) : IDisposable
{
    private const string OtherSite = "https://other-site.example";

    private readonly HttpClient _http = new();

    private Uri UserPool => fixture.Stack.UserPool.Endpoint;

    private Uri Invoke => new(fixture.Stack.Lambda, "/2015-03-31/functions/AddUserToGroup/invocations");

    [ToolTheory("node")]
    [InlineData("other-site.example")]
    [InlineData("localhost.other-site.example")]
    [InlineData("127.0.0.1:1")]
    [InlineData("localhost")]
    [InlineData("[::1]:{port}")]
    [InlineData("127.0.0.1.:{port}")]
    public async Task Rejects_every_host_but_its_own_on_every_port(string host)
    {
        await using var runtime = await RuntimeApi.StartAsync(TimeSpan.FromSeconds(1), CancellationToken.None);
        foreach (var address in new[] { fixture.Stack.GraphQL, Invoke, UserPool, RuntimeApiAddress(runtime) })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new StringContent("{}") };
            request.Headers.Host = host.Replace("{port}", $"{address.Port}", StringComparison.Ordinal);

            using var response = await _http.SendAsync(request);

            Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
            Assert.Contains($"call it as http://127.0.0.1:{address.Port}.", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [ToolTheory("node")]
    [InlineData("127.0.0.1")]
    [InlineData("[::1]")]
    public async Task Responds_to_localhost_on_both_loopback_addresses(string address)
    {
        foreach (var port in new[] { fixture.Stack.Lambda.Port, UserPool.Port })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"http://{address}:{port}/nothing");
            request.Headers.Host = $"LocalHost:{port}";

            using var response = await _http.SendAsync(request);

            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        }
    }

    [ToolTheory("node")]
    [InlineData("Origin", OtherSite)]
    [InlineData("Origin", "null")]
    [InlineData("Origin", "http://localhost:3000")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    public async Task Rejects_what_a_browser_sends_to_Lambda_from_another_site(string header, string value)
    {
        await using var runtime = await RuntimeApi.StartAsync(TimeSpan.FromSeconds(1), CancellationToken.None);
        foreach (var address in new[] { Invoke, RuntimeApiAddress(runtime) })
        {
            using var response = await SendAsync(HttpMethod.Post, address, (header, value), ("Content-Type", "text/plain"));

            Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        }
    }

    [ToolFact("node")]
    public async Task Lets_any_origin_call_the_API_with_a_token()
    {
        using var response = await SendAsync(
            HttpMethod.Post, fixture.Stack.GraphQL, ("Origin", OtherSite), ("Sec-Fetch-Site", "cross-site"), ("Content-Type", "application/json"));

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("*", response.Headers.GetValues("Access-Control-Allow-Origin").Single());
    }

    [ToolTheory("node")]
    [InlineData("InitiateAuth", null, true)]
    [InlineData("ListUsers", null, true)]
    [InlineData("InitiateAuth", "http://localhost:3000", true)]
    [InlineData("RevokeToken", "http://127.0.0.1:5173", true)]
    [InlineData("ListUsers", "http://localhost:3000", false)]
    [InlineData("AdminCreateUser", "http://localhost:3000", false)]
    [InlineData("DeleteUserPool", "http://localhost:3000", false)]
    [InlineData("InitiateAuth", OtherSite, false)]
    [InlineData("InitiateAuth", "http://localhost.other-site.example", false)]
    [InlineData("InitiateAuth", "null", false)]
    public async Task Lets_front_ends_on_this_machine_call_public_operations_and_tools_all(
        string operation, string? origin, bool isTaken)
    {
        (string, string)[] headers =
        [
            ("X-Amz-Target", $"AWSCognitoIdentityProviderService.{operation}"), ("Content-Type", "application/x-amz-json-1.1"),
            .. origin is null ? Array.Empty<(string, string)>() : [("Origin", origin)],
        ];

        using var response = await SendAsync(HttpMethod.Post, UserPool, headers);

        Assert.Equal(isTaken, response.StatusCode != HttpStatusCode.Forbidden);
        Assert.Equal(
            isTaken ? origin : null,
            response.Headers.TryGetValues("Access-Control-Allow-Origin", out var allowed) ? allowed.Single() : null);
    }

    [ToolTheory("node")]
    [InlineData("http://localhost:3000", true)]
    [InlineData(OtherSite, false)]
    public async Task Responds_to_preflights_of_front_ends_on_this_machine_only(string origin, bool isAllowed)
    {
        using var response = await SendAsync(
            HttpMethod.Options, UserPool, ("Origin", origin), ("Access-Control-Request-Headers", "content-type,x-amz-target"));

        Assert.Equal(isAllowed, response.IsSuccessStatusCode);
        Assert.Equal(isAllowed, response.Headers.Contains("Access-Control-Allow-Headers"));
    }

    [ToolFact("node")]
    public async Task Rejects_an_image_request_of_another_site()
    {
        using var response = await SendAsync(HttpMethod.Get, new(UserPool, "/health"), ("Sec-Fetch-Site", "cross-site"));

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    public void Dispose() => _http.Dispose();

    private static Uri RuntimeApiAddress(RuntimeApi runtime) => new($"http://{runtime.Address}/2018-06-01/runtime/init/error");

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, Uri address, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, address);
        if (method == HttpMethod.Post)
        {
            request.Content = new StringContent("{}");
        }

        foreach (var (name, value) in headers)
        {
            if (name is "Content-Type")
            {
                request.Content!.Headers.ContentType = MediaTypeHeaderValue.Parse(value);
            }
            else
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return await _http.SendAsync(request);
    }
}
