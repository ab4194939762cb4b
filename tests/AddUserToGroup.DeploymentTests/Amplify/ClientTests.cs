using System.Text.Json;

namespace AddUserToGroup.DeploymentTests.Amplify;

/// <summary>The front end's file in src/amplify, run by the library that front ends use.</summary>
[Collection(nameof(AppsFixture))]
public sealed class ClientTests(AppsFixture apps)
{
    private const string Success = """{"data":{"addUserToGroup":{"userId":"ann@example.com","groupName":"EDITORS"}}}""";
    private const string SuccessAsJson = """{"data":{"addUserToGroup":"{\"userId\":\"ann\",\"groupName\":\"EDITORS\"}"}}""";

    [ToolTheory("all", "node")]
    [InlineData(Way.OurFiles, "AMAZON_COGNITO_USER_POOLS", Success)]
    [InlineData(Way.SchemaOfThePage, "AWS_IAM", SuccessAsJson)]
    public async Task Sends_the_users_token_whatever_the_default_mode(Way way, string defaultMode, string response)
    {
        var call = await CallAsync(way, response);

        Assert.Equal(defaultMode, apps.Backend(way).Api.Resolved("AuthenticationType"));
        Assert.Equal("the user's token", call.GetProperty("authorization").GetString());
        Assert.Null(call.GetProperty("error").GetString());
    }

    [ToolTheory("all", "node")]
    [InlineData("Lambda:Unhandled", "UserNotFound: There is no such user.", "UserNotFound")]
    [InlineData("Unauthorized", "Not Authorized to access addUserToGroup on type Mutation", "Unauthorized")]
    public async Task Throws_an_error_with_its_type_for_a_name(string errorType, string message, string name)
    {
        var response = JsonSerializer.Serialize(new
        {
            data = new { addUserToGroup = (object?)null },
            errors = new[] { new { path = new[] { "addUserToGroup" }, errorType, message } },
        });

        var call = await CallAsync(Way.OurFiles, response);

        Assert.Equal($"{name} | {message}", call.GetProperty("error").GetString());
    }

    private async Task<JsonElement> CallAsync(Way way, string response) => JsonElement.Parse(
        await apps.App(way).CallClientAsync(apps.Backend(way).Api.Resolved("AuthenticationType"), response));
}
