using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;

namespace AddUserToGroup.Local.Tests.AppSync;

/// <summary>Which requests the API accepts, and the limits that it has.</summary>
public sealed class RequestTests
{
    private const string Unparsable = "Unable to parse GraphQL query.";

    [Theory]
    [InlineData("", Unparsable)]
    [InlineData("[]", Unparsable)]
    [InlineData("{}", Unparsable)]
    [InlineData("""{"query":1}""", Unparsable)]
    [InlineData("""{"query":"meow"}""", Unparsable)]
    [InlineData("""{"query":"fragment F on Query { __typename }"}""", Unparsable)]
    [InlineData("""{"query":"{ __typename }","variables":[]}""", Unparsable)]
    [InlineData("""{"query":"{ __typename }","variables":{"u":"\ud800"}}""", Unparsable)]
    [InlineData("""{"query":"{ __typename }","variables":{"u":1,"u":2}}""", Unparsable)]
    [InlineData("""{"query":"query A { __typename } query B { __typename }"}""", "Missing operation name.", "BadRequestException")]
    [InlineData("""{"query":"query A { __typename }","operationName":"B"}""", "Unknown operation named 'B'.", "BadRequestException")]
    public async Task Rejects_a_malformed_request(string body, string message, string type = "MalformedHttpRequestException")
    {
        await using var api = await TestApi.StartAsync();

        using var response = await api.PostAsync(body, api.Administrator);

        await AssertRejectedAsync(response, type, message);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("")]
    public async Task Names_a_content_type_that_it_does_not_support(string contentType)
    {
        await using var api = await TestApi.StartAsync();

        using var response = await api.PostAsync("""{"query":"{ __typename }"}""", api.Administrator, contentType);

        await AssertRejectedAsync(
            response,
            "MalformedHttpRequestException",
            $"The content type \"{contentType}\" is not supported: send the request by POST as application/json.");
    }

    [Theory]
    [InlineData("""mutation { addUserToGroup(userId: "a") { userId } }""")]
    [InlineData("""mutation($u: String!, $u: String!) { addUserToGroup(userId: $u, groupName: $u) { userId } }""")]
    public async Task Returns_the_errors_of_an_invalid_operation_and_does_not_run_it(string query)
    {
        await using var api = await TestApi.StartAsync();

        var response = await api.ExecuteAsync(query, variables: new { u = "ann" });

        Assert.Equal(JsonValueKind.Null, response.GetProperty("data").ValueKind);
        var error = Assert.Single(response.GetProperty("errors").EnumerateArray());
        Assert.Equal(["path", "locations", "message"], error.EnumerateObject().Select(member => member.Name));
        Assert.Empty(api.Events);
    }

    [Theory]
    [InlineData("ID")]
    [InlineData("Int")]
    [InlineData("Float")]
    [InlineData("Boolean")]
    public async Task Has_the_built_in_scalars_that_its_schema_does_not_use(string scalar)
    {
        await using var api = await TestApi.StartAsync();

        var response = await api.ExecuteAsync($$"""{ __type(name: "{{scalar}}") { kind } }""");

        Assert.Equal("""{"data":{"__type":{"kind":"SCALAR"}}}""", response.GetRawText());
    }

    [Fact]
    public async Task Lets_a_browser_of_any_origin_call()
    {
        await using var api = await TestApi.StartAsync();
        using var preflight = new HttpRequestMessage(HttpMethod.Options, "/graphql");
        preflight.Headers.Add("Origin", "http://localhost:3000");
        preflight.Headers.Add("Access-Control-Request-Headers", "authorization,content-type,x-amz-user-agent");

        using var permission = await api.SendAsync(preflight, authorization: null);
        using var success = await api.PostAsync("""{"query":"{ __typename }"}""", api.Administrator);
        using var rejection = await api.PostAsync("", authorization: null);

        Assert.Equal("""{"data":{"__typename":"Query"}}""", await success.Content.ReadAsStringAsync());
        Assert.Equal("POST", Header(permission, "Access-Control-Allow-Methods"));
        Assert.Equal("authorization,content-type,x-amz-user-agent", Header(permission, "Access-Control-Allow-Headers"));
        Assert.All([permission, success, rejection], response => Assert.Equal("*", Header(response, "Access-Control-Allow-Origin")));
        Assert.Contains("x-amzn-ErrorType", Header(rejection, "Access-Control-Expose-Headers"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Runs_mutations_in_their_order_and_as_many_as_the_template_allows()
    {
        var limit = (int)Template.Properties("GraphQLApi")["ResolverCountLimit"]!;
        await using var api = await TestApi.StartAsync();
        var fields = Enumerable.Range(0, limit + 2)
            .Select(number => $$"""f{{number}}: addUserToGroup(userId: "ann", groupName: "G{{number}}") { groupName }""");

        var response = await api.ExecuteAsync($$"""mutation { {{string.Join(' ', fields)}} }""");

        var data = response.GetProperty("data");
        Assert.Equal(
            Enumerable.Range(0, limit).Select(number => $"G{number}"),
            api.Events.Select(received => JsonElement.Parse(received).GetProperty("arguments").GetProperty("groupName").GetString()));
        Assert.Equal($"G{limit - 1}", data.GetProperty($"f{limit - 1}").GetProperty("groupName").GetString());
        Assert.Equal(JsonValueKind.Null, data.GetProperty($"f{limit}").ValueKind);
        Assert.Equal(
            Enumerable.Repeat("ResolverExecutionLimitReached", 2),
            response.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("errorType").GetString()));
    }

    [Fact]
    public async Task Ends_a_request_after_30_seconds()
    {
        var time = new FakeTimeProvider();
        await using var api = await TestApi.StartAsync(time: time, invoke: async cancellationToken =>
        {
            time.Advance(TimeSpan.FromSeconds(30));
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        });

        var response = await api.ExecuteAsync(TestApi.Mutation);

        Assert.Equal("ExecutionTimeout", response.GetProperty("errors")[0].GetProperty("errorType").GetString());
        Assert.Equal("Execution timed out.", response.GetProperty("errors")[0].GetProperty("message").GetString());
    }

    private static string Header(HttpResponseMessage response, string name) => Assert.Single(response.Headers.GetValues(name));

    private static async Task AssertRejectedAsync(HttpResponseMessage response, string type, string message)
    {
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(type, Header(response, "x-amzn-ErrorType"));
        Assert.Equal(
            message, JsonElement.Parse(await response.Content.ReadAsStringAsync()).GetProperty("errors")[0].GetProperty("message").GetString());
    }
}
