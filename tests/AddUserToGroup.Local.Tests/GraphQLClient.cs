using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace AddUserToGroup.Local.Tests;

/// <summary>Calls the mutation and returns the response as it is.</summary>
internal sealed class GraphQLClient(Uri endpoint) : IDisposable
{
    private const string Mutation = """
        mutation AddUserToGroup($userId: String!, $groupName: String!) {
          addUserToGroup(userId: $userId, groupName: $groupName) { userId groupName }
        }
        """;

    private readonly HttpClient _http = new();

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
