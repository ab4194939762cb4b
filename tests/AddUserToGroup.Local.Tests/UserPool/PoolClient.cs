using System.Text.Json.Nodes;
using AddUserToGroup.Local.UserPool;

namespace AddUserToGroup.Local.Tests.UserPool;

/// <summary>Calls a pool as its app client and its operator do, each call as it is on the wire.</summary>
internal sealed class PoolClient(UserPoolInfo pool) : IDisposable
{
    private readonly CognitoClient _cognito = new(pool.Endpoint);

    /// <param name="operation">The operation's name.</param>
    /// <param name="input">Its parameters without the ids of the pool and the app client.</param>
    /// <exception cref="CognitoException">The pool's error response.</exception>
    public Task<JsonNode> CallAsync(string operation, params (string Name, JsonNode? Value)[] input) => _cognito.CallAsync(
        operation, Object([("UserPoolId", pool.Id), ("ClientId", pool.ClientId), .. input]), CancellationToken.None);

    /// <returns>The error's name and message.</returns>
    public async Task<string> ErrorAsync(string operation, params (string Name, JsonNode? Value)[] input) =>
        (await Assert.ThrowsAsync<CognitoException>(() => CallAsync(operation, input))).Message;

    public Task<SignedIn> SignInAsync(string user) => pool.SignInAsync(user);

    /// <summary>Begins a sign-in with a password, which may end in tokens or in a challenge.</summary>
    public Task<JsonNode> BeginAsync(string user, string password) =>
        AuthenticateAsync("USER_PASSWORD_AUTH", ("USERNAME", user), ("PASSWORD", password));

    public Task<JsonNode> RespondAsync(JsonNode challenge, string user, params (string Name, JsonNode? Value)[] responses) => CallAsync(
        "RespondToAuthChallenge",
        ("ChallengeName", (string?)challenge["ChallengeName"]),
        ("Session", (string?)challenge["Session"]),
        ("ChallengeResponses", Object([("USERNAME", user), .. responses])));

    /// <returns>A new access token.</returns>
    public async Task<string> RefreshAsync(SignedIn session)
    {
        var response = await AuthenticateAsync("REFRESH_TOKEN_AUTH", ("REFRESH_TOKEN", session.RefreshToken));
        return (string)response["AuthenticationResult"]!["AccessToken"]!;
    }

    public Task<IReadOnlyList<string>> GroupsOfAsync(string user) =>
        _cognito.GroupsOfAsync(pool.Id, user, CancellationToken.None);

    public void Dispose() => _cognito.Dispose();

    private Task<JsonNode> AuthenticateAsync(string flow, params (string Name, JsonNode? Value)[] parameters) =>
        CallAsync("InitiateAuth", ("AuthFlow", flow), ("AuthParameters", Object(parameters)));

    private static JsonObject Object(params (string Name, JsonNode? Value)[] members) =>
        new(members.Select(member => KeyValuePair.Create(member.Name, member.Value)));
}
