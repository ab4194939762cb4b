using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using AddUserToGroup.Local.AppSync;
using AddUserToGroup.Local.Lambda;
using AddUserToGroup.Local.UserPool;
using Microsoft.AspNetCore.Builder;

namespace AddUserToGroup.Local.Tests.AppSync;

/// <summary>The GraphQL endpoint on a free port, with a test's user pool and a test's function.</summary>
internal sealed class TestApi : IAsyncDisposable
{
    public const string Mutation =
        """mutation { addUserToGroup(userId: "ann", groupName: "EDITORS") { userId groupName } }""";

    private readonly WebApplication _app;
    private readonly StringWriter _output = new();
    private readonly HttpClient _http = new();

    private TestApi(WebApplication app) => _app = app;

    public TestUserPool UserPool { get; } = new();

    /// <summary>The events that reached the function.</summary>
    public List<string> Events { get; } = [];

    /// <summary>What the developer sees.</summary>
    public string Output => _output.ToString();

    public string Administrator => UserPool.Issue([SampleUsers.AdministratorsGroup]);

    /// <param name="function">The function's response to an event as JSON; null for success.</param>
    /// <param name="isError">Whether the response is an error document.</param>
    /// <param name="schema">Replaces the deployed one.</param>
    /// <param name="resolver">Replaces the deployed one.</param>
    /// <param name="time">Replaces the system's.</param>
    /// <param name="invoke">Runs before the function responds.</param>
    public static async Task<TestApi> StartAsync(
        Func<string, string>? function = null,
        bool isError = false,
        string? schema = null,
        string? resolver = null,
        TimeProvider? time = null,
        Func<CancellationToken, Task>? invoke = null)
    {
        var app = LoopbackHost.CreateBuilder(port: 0).Build();
        var api = new TestApi(app);
        api.UserPool.Map(app);
        await app.StartAsync();
        var address = api._http.BaseAddress = new(app.Urls.Single());
        app.MapGraphQL("/graphql", new GraphQLApi(
            TestUserPool.At(address),
            api._http,
            InvokeAsync,
            TextWriter.Synchronized(api._output),
            time ?? TimeProvider.System,
            schema,
            resolver));
        return api;

        async Task<InvocationResult> InvokeAsync(ReadOnlyMemory<byte> payload, CancellationToken cancellationToken)
        {
            var received = Encoding.UTF8.GetString(payload.Span);
            api.Events.Add(received);
            await (invoke?.Invoke(cancellationToken) ?? Task.CompletedTask);
            return new InvocationResult(Encoding.UTF8.GetBytes((function ?? Succeed)(received)), isError);
        }
    }

    /// <summary>Asserts that the mutation failed with one error in AppSync's form.</summary>
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

    /// <summary>Posts a document as clients do and returns the response, which must have status 200.</summary>
    public async Task<JsonElement> ExecuteAsync(string query, string? token = null, object? variables = null)
    {
        using var response = await PostAsync(JsonSerializer.Serialize(new { query, variables }), token ?? Administrator);
        Assert.Equal(200, (int)response.StatusCode);
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    public async Task<HttpResponseMessage> PostAsync(
        string body, string? authorization, string? contentType = "application/json")
    {
        using var content = new StringContent(body);
        content.Headers.Remove("Content-Type");
        content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = content };
        return await SendAsync(request, authorization);
    }

    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, string? authorization)
    {
        request.Headers.TryAddWithoutValidation("Authorization", authorization);
        return await _http.SendAsync(request);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
        await _output.DisposeAsync();
    }

    private static string Succeed(string received) =>
        $$"""{"data":{{JsonElement.Parse(received).GetProperty("arguments").GetRawText()}}}""";
}
