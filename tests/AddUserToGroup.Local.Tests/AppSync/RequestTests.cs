using System.Net;
using System.Text.Json;

namespace AddUserToGroup.Local.Tests.AppSync;

public sealed class RequestTests
{
    [Theory]
    [InlineData("", "Request body is empty.")]
    [InlineData("meow", "Unable to parse GraphQL query.")]
    [InlineData("{}", "Unable to parse GraphQL query.")]
    [InlineData("{}}", "Unable to parse GraphQL query.")]
    [InlineData("[]", "Unable to parse GraphQL query.")]
    [InlineData("null", "Unable to parse GraphQL query.")]
    [InlineData("""{"query":null}""", "Unable to parse GraphQL query.")]
    [InlineData("""{"query":1}""", "Unable to parse GraphQL query.")]
    [InlineData("""{"query":""}""", "Unable to parse GraphQL query.")]
    [InlineData("""{"query":"meow"}""", "Unable to parse GraphQL query.")]
    [InlineData("""{"query":"{"}""", "Unable to parse GraphQL query.")]
    [InlineData("""{"query":"fragment F on Query { __typename }"}""", "Unable to parse GraphQL query.")]
    [InlineData("""{"query":"{ __typename }","variables":[]}""", "Unable to parse GraphQL query.")]
    [InlineData("""{"query":"\ud800"}""", "Unable to parse GraphQL query.")]
    [InlineData("""{"query":"{ __typename }","variables":{"u":"\ud800"}}""", "Unable to parse GraphQL query.")]
    [InlineData("""{"query":"{ __typename }","variables":"{}"}""", "Unable to parse GraphQL query.")]
    [InlineData("""{"query":"{ __typename }","operationName":1}""", "Unable to parse GraphQL query.")]
    [InlineData("""{"query":"{ __typename }"}""", "Unable to parse GraphQL query.", "text/plain")]
    [InlineData("""{"query":"{ __typename }"}""", "Unable to parse GraphQL query.", "application/x-www-form-urlencoded")]
    [InlineData("""{"query":"{ __typename }"}""", "Unable to parse GraphQL query.", "nonsense")]
    public async Task Refuses_a_malformed_request(string body, string message, string contentType = "application/json")
    {
        await using var api = await TestApi.StartAsync();

        using var response = await api.PostAsync(body, api.Administrator, contentType);

        await AssertErrorAsync(response, HttpStatusCode.BadRequest, "MalformedHttpRequestException", message);
    }

    [Fact]
    public async Task Refuses_invalid_UTF_8()
    {
        await using var api = await TestApi.StartAsync();
        using var content = new ByteArrayContent([.. """{"query":"{ __typename } #"""u8, 0xff, .. "\"}"u8]);
        content.Headers.Add("Content-Type", "application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = content };

        using var response = await api.SendAsync(request, api.Administrator);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Theory]
    [InlineData("{a")]
    [InlineData("{\"a\":")]
    public async Task Refuses_deep_nesting(string level)
    {
        await using var api = await TestApi.StartAsync();

        using var response = await api.PostAsync(
            string.Concat(Enumerable.Repeat(level, 5_000)), api.Administrator, "application/graphql");

        await AssertErrorAsync(
            response, HttpStatusCode.BadRequest, "MalformedHttpRequestException", "Unable to parse GraphQL query.");
    }

    [Fact]
    public async Task Refuses_a_body_that_is_too_large()
    {
        await using var api = await TestApi.StartAsync();

        using var response = await api.PostAsync(new string(' ', (1024 * 1024) + 1), api.Administrator);

        await AssertErrorAsync(
            response,
            HttpStatusCode.RequestEntityTooLarge,
            "RequestEntityTooLargeException",
            "Request body is too large.");
    }

    [Theory]
    [InlineData("application/json", """{"query":"{ __typename }"}""")]
    [InlineData("Application/JSON; charset=utf-8", """{"query":"{ __typename }","variables":null,"operationName":null,"extensions":{}}""")]
    [InlineData("application/graphql", """{"query":"{ __typename }"}""")]
    [InlineData("application/graphql", "{ __typename }")]
    public async Task Takes_both_content_types_of_GraphQL(string contentType, string body)
    {
        await using var api = await TestApi.StartAsync();

        using var response = await api.PostAsync(body, api.Administrator, contentType);

        Assert.Equal("""{"data":{"__typename":"Query"}}""", await response.Content.ReadAsStringAsync());
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Takes_a_request_by_GET()
    {
        await using var api = await TestApi.StartAsync();
        var query = Uri.EscapeDataString(
            "query A($yes: Boolean!) { __typename @include(if: $yes) } query B { x: __typename }");
        var variables = Uri.EscapeDataString("""{"yes":true}""");
        using var request = new HttpRequestMessage(
            HttpMethod.Get, new Uri($"/graphql?query={query}&operationName=A&variables={variables}", UriKind.Relative));

        using var response = await api.SendAsync(request, api.Administrator);

        Assert.Equal("""{"data":{"__typename":"Query"}}""", await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("")]
    [InlineData("?query=")]
    [InlineData("?query=%7B__typename%7D&variables=meow")]
    [InlineData("?query=%7B__typename%7D&variables=1")]
    public async Task Refuses_a_malformed_GET(string parameters)
    {
        await using var api = await TestApi.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/graphql" + parameters, UriKind.Relative));

        using var response = await api.SendAsync(request, api.Administrator);

        await AssertErrorAsync(
            response, HttpStatusCode.BadRequest, "MalformedHttpRequestException", "Unable to parse GraphQL query.");
    }

    [Theory]
    [InlineData("""{"query":"query A { __typename } query B { __typename }"}""", "Missing operation name.")]
    [InlineData("""{"query":"query A { __typename }","operationName":"B"}""", "Unknown operation named 'B'.")]
    public async Task Refuses_a_document_without_the_operation_that_is_asked_for(string body, string message)
    {
        await using var api = await TestApi.StartAsync();

        using var response = await api.PostAsync(body, api.Administrator);

        await AssertErrorAsync(response, HttpStatusCode.BadRequest, "BadRequestException", message);
    }

    [Fact]
    public async Task Lets_a_browser_of_any_origin_call()
    {
        await using var api = await TestApi.StartAsync();
        using var preflight = new HttpRequestMessage(HttpMethod.Options, "/graphql");
        preflight.Headers.Add("Origin", "http://localhost:3000");
        preflight.Headers.Add("Access-Control-Request-Method", "POST");
        preflight.Headers.Add("Access-Control-Request-Headers", "authorization,content-type,x-amz-user-agent");

        using var permission = await api.SendAsync(preflight, authorization: null);
        using var success = await api.PostAsync("""{"query":"{ __typename }"}""", api.Administrator);
        using var refusal = await api.PostAsync("", authorization: null);

        Assert.Equal(HttpStatusCode.OK, permission.StatusCode);
        Assert.Equal("POST", Header(permission, "Access-Control-Allow-Methods"));
        Assert.Equal("authorization,content-type,x-amz-user-agent", Header(permission, "Access-Control-Allow-Headers"));
        Assert.All(
            [permission, success, refusal],
            response => Assert.Equal("*", Header(response, "Access-Control-Allow-Origin")));
        Assert.Contains("x-amzn-ErrorType", Header(refusal, "Access-Control-Expose-Headers"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Judges_the_token_before_it_reads_the_request()
    {
        await using var api = await TestApi.StartAsync();

        using var response = await api.PostAsync("meow", authorization: null);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    private static string Header(HttpResponseMessage response, string name) =>
        Assert.Single(response.Headers.GetValues(name));

    private static async Task AssertErrorAsync(
        HttpResponseMessage response, HttpStatusCode status, string type, string message)
    {
        Assert.Equal(status, response.StatusCode);
        Assert.Equal(type, Header(response, "x-amzn-ErrorType"));
        Assert.Equal(
            JsonSerializer.Serialize(new { errors = new[] { new { errorType = type, message } } }),
            JsonSerializer.Serialize(await TestApi.ReadAsync(response)));
    }
}
