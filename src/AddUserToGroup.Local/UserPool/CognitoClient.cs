using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AddUserToGroup.Local.UserPool;

/// <summary>Calls Cognito's API as it is on the wire, unsigned and without a proxy: the local pool checks no signature.</summary>
internal sealed class CognitoClient(Uri endpoint) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = endpoint };

    /// <param name="operation">The operation's name, for example <c>InitiateAuth</c>.</param>
    /// <param name="input">Its parameters.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="CognitoException">Cognito's error response.</exception>
    /// <exception cref="HttpRequestException">There is no response.</exception>
    public async Task<JsonNode> CallAsync(string operation, JsonObject input, CancellationToken cancellationToken)
    {
        using var content = new StringContent(input.ToJsonString());
        content.Headers.ContentType = new MediaTypeHeaderValue("application/x-amz-json-1.1");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/") { Content = content };
        request.Headers.Add("X-Amz-Target", $"AWSCognitoIdentityProviderService.{operation}");
        using var response = await _http.SendAsync(request, cancellationToken);
        var body = await response.Content.ReadAsStringAsync(cancellationToken);
        var output = Parse(body);
        return response.IsSuccessStatusCode
            ? output
            : throw new CognitoException(
                (string?)output["__type"] ?? $"HTTP {(int)response.StatusCode}",
                (string?)output["message"] ?? operation);
    }

    /// <summary>Signs a user in with a password, as an app does.</summary>
    /// <exception cref="CognitoException">Cognito's error response, or a challenge beyond the password.</exception>
    /// <exception cref="HttpRequestException">There is no response.</exception>
    public async Task<SignedIn> SignInAsync(
        string clientId, string username, string password, CancellationToken cancellationToken)
    {
        var response = await CallAsync(
            "InitiateAuth",
            new()
            {
                ["AuthFlow"] = "USER_PASSWORD_AUTH",
                ["ClientId"] = clientId,
                ["AuthParameters"] = new JsonObject { ["USERNAME"] = username, ["PASSWORD"] = password },
            },
            cancellationToken);
        var tokens = response["AuthenticationResult"]
            ?? throw new CognitoException((string?)response["ChallengeName"] ?? "", "The password is not enough.");
        return new((string)tokens["AccessToken"]!, (string)tokens["IdToken"]!, (string)tokens["RefreshToken"]!);
    }

    public async Task<IReadOnlyList<string>> GroupsOfAsync(
        string userPoolId, string username, CancellationToken cancellationToken)
    {
        var response = await CallAsync(
            "AdminListGroupsForUser",
            new() { ["UserPoolId"] = userPoolId, ["Username"] = username },
            cancellationToken);
        return [.. response["Groups"]!.AsArray().Select(group => (string)group!["GroupName"]!).Order(StringComparer.Ordinal)];
    }

    public void Dispose() => _http.Dispose();

    private static JsonNode Parse(string body)
    {
        try
        {
            return JsonNode.Parse(body) ?? new JsonObject();
        }
        catch (JsonException)
        {
            return new JsonObject { ["message"] = "The response is not JSON." };
        }
    }
}
