using System.Text.Json.Nodes;

namespace AddUserToGroup.Local.UserPool;

/// <summary>Creates the sample groups and users in a new pool.</summary>
internal sealed class SampleUserSeeder(CognitoClient cognito, string userPoolId)
{
    /// <exception cref="LocalStackException">The pool rejects one of them.</exception>
    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        foreach (var group in SampleUsers.Groups)
        {
            await CallAsync("CreateGroup", group, new() { ["GroupName"] = group }, cancellationToken);
        }

        foreach (var user in SampleUsers.All)
        {
            await CreateUserAsync(user, SampleUsers.Password, cancellationToken);
            await CallAsync(
                "AdminSetUserPassword", user, new() { ["Username"] = user, ["Password"] = SampleUsers.Password, ["Permanent"] = true }, cancellationToken);
        }

        await CreateUserAsync(SampleUsers.Invited, SampleUsers.TemporaryPassword, cancellationToken);
        await CallAsync(
            "AdminAddUserToGroup",
            SampleUsers.Administrator,
            new() { ["Username"] = SampleUsers.Administrator, ["GroupName"] = SampleUsers.AdministratorsGroup },
            cancellationToken);
    }

    private Task CreateUserAsync(string email, string temporaryPassword, CancellationToken cancellationToken) => CallAsync(
        "AdminCreateUser",
        email,
        new()
        {
            ["Username"] = email,
            ["UserAttributes"] = new JsonArray(
                new JsonObject { ["Name"] = "email", ["Value"] = email },
                new JsonObject { ["Name"] = "email_verified", ["Value"] = "true" }),
            ["TemporaryPassword"] = temporaryPassword,
            ["MessageAction"] = "SUPPRESS",
        },
        cancellationToken);

    private async Task CallAsync(string operation, string sample, JsonObject input, CancellationToken cancellationToken)
    {
        input["UserPoolId"] = userPoolId;
        try
        {
            await cognito.CallAsync(operation, input, cancellationToken);
        }
        catch (CognitoException exception)
        {
            throw new LocalStackException(
                $"The user pool rejects the sample {sample} ({operation}, {exception.Message.TrimEnd('.')}): correct SampleUsers.cs, or the user pool in template.yaml.",
                exception);
        }
    }
}
