using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using AddUserToGroup.Local.AppSync;
using AddUserToGroup.Local.Lambda;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace AddUserToGroup.Local.Tests.AppSync;

/// <summary>The GraphQL endpoint on a free port, with a user pool and a function of the test's making.</summary>
internal sealed class TestApi : IAsyncDisposable
{
    public const string Mutation =
        """mutation { addUserToGroup(userId: "ann", groupName: "EDITORS") { userId groupName } }""";

    private readonly WebApplication _app;
    private readonly HttpClient _http = new();

    private TestApi(WebApplication app) => _app = app;

    public TestUserPool UserPool { get; } = new();

    /// <summary>The events that reached the function.</summary>
    public List<string> Events { get; } = [];

    public string Administrator => UserPool.Issue(["ADMINS"]);

    /// <param name="function">The function's response to an event, as JSON; unless given, success.</param>
    /// <param name="functionError">Set where the response is an error document.</param>
    /// <param name="schema">Instead of the deployed one.</param>
    /// <param name="resolver">Instead of the deployed one.</param>
    /// <param name="time">Instead of the system's.</param>
    /// <param name="invoke">Instead of all that is said above of the function.</param>
    public static async Task<TestApi> StartAsync(
        Func<string, string>? function = null,
        string? functionError = null,
        string? schema = null,
        string? resolver = null,
        TimeProvider? time = null,
        Func<CancellationToken, Task<InvocationResult>>? invoke = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var api = new TestApi(app);
        api.UserPool.Map(app);
        await app.StartAsync();
        api._http.BaseAddress = new Uri(app.Urls.Single());
        app.MapGraphQL("/graphql", new GraphQLApi(
            TestUserPool.At(api._http.BaseAddress),
            api._http,
            InvokeAsync,
            time ?? TimeProvider.System,
            schema,
            resolver));
        return api;

        async Task<InvocationResult> InvokeAsync(ReadOnlyMemory<byte> payload, CancellationToken cancellationToken)
        {
            var received = Encoding.UTF8.GetString(payload.Span);
            api.Events.Add(received);
            if (invoke is not null)
            {
                return await invoke(cancellationToken);
            }

            var response = Encoding.UTF8.GetBytes((function ?? Succeed)(received));
            return new InvocationResult(response, functionError is not null);
        }
    }

    public static async Task<JsonElement> ReadAsync(HttpResponseMessage response) =>
        await response.Content.ReadFromJsonAsync<JsonElement>();

    /// <summary>Asserts that the mutation came to nothing, with one error, in AppSync's form.</summary>
    public static void AssertError(JsonElement response, string type, string message)
    {
        Assert.Equal(JsonValueKind.Null, response.GetProperty("data").GetProperty("addUserToGroup").ValueKind);
        var error = Assert.Single(response.GetProperty("errors").EnumerateArray());
        Assert.Equal(
            ["path", "data", "errorType", "errorInfo", "locations", "message"],
            error.EnumerateObject().Select(member => member.Name));
        Assert.Equal(type, error.GetProperty("errorType").GetString());
        Assert.Equal(message, error.GetProperty("message").GetString());
    }

    /// <summary>Posts a document as clients do and gives back the response, which must have status 200.</summary>
    public async Task<JsonElement> ExecuteAsync(
        string query, string? token = null, object? variables = null)
    {
        var body = JsonSerializer.Serialize(new { query, variables });
        using var response = await PostAsync(body, token ?? Administrator);
        Assert.Equal(200, (int)response.StatusCode);
        return await ReadAsync(response);
    }

    public async Task<HttpResponseMessage> PostAsync(
        string body, string? authorization, string contentType = "application/json")
    {
        using var content = new StringContent(body);
        content.Headers.Remove("Content-Type");
        content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = content };
        return await SendAsync(request, authorization);
    }

    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, string? authorization)
    {
        if (authorization is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        }

        return await _http.SendAsync(request);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
        UserPool.Dispose();
    }

    private static string Succeed(string received)
    {
        var arguments = JsonElement.Parse(received).GetProperty("arguments");
        return $$"""{"data":{{arguments.GetRawText()}}}""";
    }
}
