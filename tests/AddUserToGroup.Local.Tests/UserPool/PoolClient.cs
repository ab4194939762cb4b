using System.Text.Json.Nodes;
using AddUserToGroup.Local.UserPool;

namespace AddUserToGroup.Local.Tests.UserPool;

/// <summary>Calls one pool as its app client and its operator do, each call as it is on the wire.</summary>
internal sealed class PoolClient(UserPoolInfo pool) : IDisposable
{
    private readonly CognitoClient _cognito = new(pool.Endpoint);

    /// <param name="operation">The operation's name.</param>
    /// <param name="input">Its parameters but for the pool's id.</param>
    /// <exception cref="CognitoException">The pool refused.</exception>
    public Task<JsonNode> CallAsync(string operation, params (string Name, JsonNode? Value)[] input) =>
        _cognito.CallAsync(operation, Object([("UserPoolId", pool.Id), .. input]), CancellationToken.None);

    public Task<CognitoException> RefusalAsync(string operation, params (string Name, JsonNode? Value)[] input) =>
        Assert.ThrowsAsync<CognitoException>(() => CallAsync(operation, input));

    public Task<SignedIn> SignInAsync(string user) => pool.SignInAsync(user);

    /// <summary>Begins a sign-in with a password, which may end in tokens or in a challenge.</summary>
    public Task<JsonNode> BeginAsync(
        string user, string password, string operation = "InitiateAuth", string flow = "USER_PASSWORD_AUTH") =>
        AuthenticateAsync(operation, flow, ("USERNAME", user), ("PASSWORD", password));

    /// <summary>Begins one with SRP.</summary>
    /// <returns>The challenge PASSWORD_VERIFIER.</returns>
    public Task<JsonNode> BeginWithSrpAsync(string user, string publicValue) =>
        AuthenticateAsync("InitiateAuth", "USER_SRP_AUTH", ("USERNAME", user), ("SRP_A", publicValue));

    /// <summary>The same, with the password proved; it may end in tokens or in another challenge.</summary>
    public async Task<JsonNode> SignInWithSrpAsync(string user, string password)
    {
        var client = new SrpClient("LocalPool", password);
        var challenge = await BeginWithSrpAsync(user, client.PublicValue);
        return await RespondAsync(challenge, client.Respond(challenge["ChallengeParameters"]!));
    }

    public Task<JsonNode> RespondAsync(JsonNode challenge, string user, params (string Name, JsonNode? Value)[] responses) =>
        RespondAsync(challenge, Object([("USERNAME", user), .. responses]));

    public Task<JsonNode> RespondAsync(JsonNode challenge, JsonObject responses) => CallAsync(
        "RespondToAuthChallenge",
        ("ChallengeName", (string?)challenge["ChallengeName"]),
        ("ClientId", pool.ClientId),
        ("Session", (string?)challenge["Session"]),
        ("ChallengeResponses", responses.DeepClone()));

    /// <returns>A new access token.</returns>
    public async Task<string> RefreshAsync(SignedIn session)
    {
        var response = await AuthenticateAsync("InitiateAuth", "REFRESH_TOKEN_AUTH", ("REFRESH_TOKEN", session.RefreshToken));
        return (string)response["AuthenticationResult"]!["AccessToken"]!;
    }

    public Task<IReadOnlyList<string>> GroupsOfAsync(string user) =>
        _cognito.GroupsOfAsync(pool.Id, user, CancellationToken.None);

    public void Dispose() => _cognito.Dispose();

    private Task<JsonNode> AuthenticateAsync(string operation, string flow, params (string Name, JsonNode? Value)[] parameters) =>
        CallAsync(operation, ("AuthFlow", flow), ("ClientId", pool.ClientId), ("AuthParameters", Object(parameters)));

    private static JsonObject Object(params (string Name, JsonNode? Value)[] members) =>
        new(members.Select(member => KeyValuePair.Create(member.Name, member.Value)));
}
