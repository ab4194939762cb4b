using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AddUserToGroup.Local.Commands;

/// <summary>Calls the mutation as a front end does, never through a proxy.</summary>
internal sealed class GraphQLClient(Uri endpoint) : IDisposable
{
    private const string Mutation = """
        mutation AddUserToGroup($userId: String!, $groupName: String!) {
          addUserToGroup(userId: $userId, groupName: $groupName) { userId groupName }
        }
        """;

    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false });

    /// <summary>For a terminal, where nothing has to be escaped for HTML.</summary>
    public static JsonSerializerOptions Readable { get; } =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public async Task<(HttpStatusCode Status, JsonNode Body)> AddUserToGroupAsync(
        string token, string userId, string groupName, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, endpoint)
        {
            Content = JsonContent.Create(new { query = Mutation, variables = new { userId, groupName } }),
        };
        request.Headers.TryAddWithoutValidation("Authorization", token);
        using var response = await _http.SendAsync(request, cancellationToken);
        var body = await response.Content.ReadAsStringAsync(cancellationToken);
        return (response.StatusCode, body.Length == 0 ? new JsonObject() : JsonNode.Parse(body)!);
    }

    public void Dispose() => _http.Dispose();
}
