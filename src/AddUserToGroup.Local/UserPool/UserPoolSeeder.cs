using System.Text.Json.Nodes;

namespace AddUserToGroup.Local.UserPool;

/// <summary>Puts the sample groups, users and app client into a pool. What is there already stays as it is.</summary>
internal sealed class UserPoolSeeder(CognitoClient cognito, string userPoolId)
{
    public const string ClientName = "local-stack";

    /// <summary>Makes a pool whose users sign in with their e-mail addresses, as template.yaml does.</summary>
    /// <returns>The pool's id.</returns>
    public static async Task<string> CreatePoolAsync(CognitoClient cognito, CancellationToken cancellationToken)
    {
        var answer = await cognito.CallAsync(
            "CreateUserPool",
            new()
            {
                ["PoolName"] = "AddUserToGroup",
                ["UsernameAttributes"] = new JsonArray("email"),
                ["AutoVerifiedAttributes"] = new JsonArray("email"),
            },
            cancellationToken);
        return (string)answer["UserPool"]!["Id"]!;
    }

    /// <returns>The app client's id.</returns>
    public async Task<string> SeedAsync(CancellationToken cancellationToken)
    {
        foreach (var group in SampleUsers.Groups)
        {
            await EnsureGroupAsync(group, cancellationToken);
        }

        foreach (var user in SampleUsers.All)
        {
            await EnsureUserAsync(user, cancellationToken);
        }

        await CreateUserAsync(SampleUsers.Invited, SampleUsers.TemporaryPassword, cancellationToken);
        await CallAsync(
            "AdminAddUserToGroup",
            new() { ["Username"] = SampleUsers.Administrator, ["GroupName"] = "ADMINS" },
            cancellationToken);
        return await EnsureClientAsync(cancellationToken);
    }

    // Asked first, because cognito-local empties a group that is created again.
    private async Task EnsureGroupAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            await CallAsync("GetGroup", new() { ["GroupName"] = name }, cancellationToken);
        }
        catch (CognitoException)
        {
            await CallAsync("CreateGroup", new() { ["GroupName"] = name }, cancellationToken);
        }
    }

    private async Task EnsureUserAsync(string email, CancellationToken cancellationToken)
    {
        await CreateUserAsync(email, SampleUsers.Password, cancellationToken);
        await CallAsync(
            "AdminSetUserPassword",
            new() { ["Username"] = email, ["Password"] = SampleUsers.Password, ["Permanent"] = true },
            cancellationToken);
    }

    private async Task CreateUserAsync(string email, string temporaryPassword, CancellationToken cancellationToken)
    {
        try
        {
            var attributes = new JsonArray(
                new JsonObject { ["Name"] = "email", ["Value"] = email },
                new JsonObject { ["Name"] = "email_verified", ["Value"] = "true" });
            await CallAsync(
                "AdminCreateUser",
                new()
                {
                    ["Username"] = email,
                    ["UserAttributes"] = attributes,
                    ["TemporaryPassword"] = temporaryPassword,
                    ["MessageAction"] = "SUPPRESS",
                },
                cancellationToken);
        }
        catch (CognitoException exception) when (exception.Type == "UsernameExistsException")
        {
            // From an earlier start on the same pool.
        }
    }

    private async Task<string> EnsureClientAsync(CancellationToken cancellationToken)
    {
        var clients = await CallAsync("ListUserPoolClients", new() { ["MaxResults"] = 60 }, cancellationToken);
        var existing = clients["UserPoolClients"]!.AsArray().FirstOrDefault(client => (string?)client!["ClientName"] == ClientName);
        if (existing is not null)
        {
            return (string)existing["ClientId"]!;
        }

        var created = await CallAsync(
            "CreateUserPoolClient",
            new()
            {
                ["ClientName"] = ClientName,
                ["ExplicitAuthFlows"] = new JsonArray(
                    "ALLOW_USER_SRP_AUTH", "ALLOW_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"),
                ["PreventUserExistenceErrors"] = "ENABLED",
            },
            cancellationToken);
        return (string)created["UserPoolClient"]!["ClientId"]!;
    }

    private Task<JsonNode> CallAsync(string operation, JsonObject input, CancellationToken cancellationToken)
    {
        input["UserPoolId"] = userPoolId;
        return cognito.CallAsync(operation, input, cancellationToken);
    }
}
