using System.Text.Json;

namespace AddUserToGroup.DeploymentTests.Amplify;

/// <summary>The client module in an Amplify app, under the settings of the usual front ends and run by their library.</summary>
[Collection(nameof(AppsFixture))]
public sealed class ClientTests(AppsFixture apps)
{
    private const string Added = """{"addUserToGroup":{"userId":"ann@example.com","groupName":"EDITORS"}}""";
    private const string NotAdded = """{"addUserToGroup":null}""";

    [ToolTheory("all", "node")]
    [InlineData(AppVariant.OurFiles, "tsconfig.json")]
    [InlineData(AppVariant.OurFiles, "tsconfig.vite.json")]
    [InlineData(AppVariant.OurFiles, "tsconfig.next.json")]
    [InlineData(AppVariant.ReferencedAuth, "tsconfig.json")]
    [InlineData(AppVariant.DocumentationSchema, "tsconfig.json")]
    public async Task Compiles_with_the_backend(AppVariant variant, string settings) =>
        (await apps.App(variant).CheckTypesAsync(settings)).AssertSuccess();

    [ToolTheory("all", "node")]
    [InlineData(Added, "", "", true, null)]
    [InlineData(NotAdded, "Lambda:Unhandled", "UserNotFound: There is no such user.", false, "UserNotFound")]
    [InlineData(NotAdded, "Unauthorized", "Not Authorized to access addUserToGroup on type Mutation", false, "Unauthorized")]
    public async Task Sends_the_users_token_whatever_the_default_mode_and_returns_what_happened(
        string data, string errorType, string message, bool ok, string? type)
    {
        var errors = errorType.Length == 0 ? [] : new[] { new { path = new[] { "addUserToGroup" }, errorType, message } };
        var response = JsonSerializer.Serialize(new { data = JsonElement.Parse(data), errors });

        var call = JsonElement.Parse(await apps.App(AppVariant.OurFiles).CallClientAsync(response));

        Assert.Equal("the user's token", call.GetProperty("authorization").GetString());
        var result = call.GetProperty("result");
        Assert.Equal(ok, result.GetProperty("ok").GetBoolean());
        Assert.Equal(type, result.TryGetProperty("type", out var found) ? found.GetString() : null);
    }
}
