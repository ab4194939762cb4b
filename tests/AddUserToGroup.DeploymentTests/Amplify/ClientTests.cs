using System.Text.Json;
using AddUserToGroup.DeploymentTests.Npm;

namespace AddUserToGroup.DeploymentTests.Amplify;

/// <summary>The README's client code, run by the library that front ends use.</summary>
[Collection(nameof(BackendFixture))]
public sealed class ClientTests(BackendFixture fixture)
{
    private const string Success =
        """{"data":{"addUserToGroup":{"userId":"ann@example.com","groupName":"EDITORS"}}}""";

    [ToolTheory("node")]
    [InlineData("AMAZON_COGNITO_USER_POOLS")]
    [InlineData("AWS_IAM")]
    public async Task The_call_carries_the_users_token_whatever_the_default_mode(string defaultMode)
    {
        var call = await CallAsync(fixture.Project, defaultMode, Success);

        Assert.Equal("the user's token", call.GetProperty("authorization").GetString());
        Assert.Null(call.GetProperty("error").GetString());
    }

    [ToolTheory("node")]
    [InlineData("Lambda:Unhandled", "UserNotFound: There is no such user.", "UserNotFound")]
    [InlineData("Unauthorized", "Not Authorized to access addUserToGroup on type Mutation", "Unauthorized")]
    public async Task An_error_has_its_type_for_a_name(string errorType, string message, string name)
    {
        var answer = JsonSerializer.Serialize(new
        {
            data = new { addUserToGroup = (object?)null },
            errors = new[] { new { path = new[] { "addUserToGroup" }, errorType, message } },
        });

        var call = await CallAsync(fixture.Project, "AMAZON_COGNITO_USER_POOLS", answer);

        Assert.Equal($"{name} | {message}", call.GetProperty("error").GetString());
    }

    [ToolFact("node")]
    public async Task The_default_mode_and_the_call_of_the_page_are_found()
    {
        using var project = await AmplifyProject.CreateAsync(
            new Edit("amplify/data/resource.ts", "\"userPool\"", "\"iam\""),
            new Edit("src/add-user-to-group.ts", """, { authMode: "userPool" }""", ""));
        var backend = await project.SynthesizeAsync();
        var defaultMode = backend.Single("AWS::AppSync::GraphQLApi").Resolved("AuthenticationType");

        var call = await CallAsync(project, defaultMode, Success);

        Assert.Equal("AWS_IAM", defaultMode);
        Assert.Null(call.GetProperty("authorization").GetString());
        Assert.Equal("NoCredentials | No credentials", call.GetProperty("error").GetString());
    }

    private static async Task<JsonElement> CallAsync(AmplifyProject project, string defaultMode, string answer) =>
        JsonElement.Parse(await project.CallClientAsync(defaultMode, answer));
}
