namespace AddUserToGroup.DeploymentTests.Amplify;

/// <summary>What <see cref="BackendTests"/> are there to find, is found.</summary>
public sealed class BackendFaultTests
{
    [ToolTheory("all", "node")]
    [InlineData("""["addUserToGroup", "createUser"]""")]
    [InlineData("""["manageGroupMembership"]""")]
    public async Task Finds_a_wider_grant(string actions)
    {
        using var app = await AmplifyApp.CreateAsync(new Edit(AmplifyApp.Auth, """["addUserToGroup"]""", actions));
        var backend = await app.SynthesizeAsync();

        Assert.NotEqual(
            [$"cognito-idp:AdminAddUserToGroup {backend.Single("AWS::Cognito::UserPool").Id}.Arn"],
            Rights.OnUserPools(backend));
    }

    [ToolFact("all", "node")]
    public async Task Finds_an_open_mutation()
    {
        using var app = await AmplifyApp.CreateAsync(
            new Edit(AmplifyApp.Data, """allow.group("ADMINS")""", "allow.authenticated()"));
        var backend = await app.SynthesizeAsync();

        Assert.DoesNotContain("ADMINS", Mutation.Of(backend).Gate, StringComparison.Ordinal);
    }

    [ToolFact("all", "node")]
    public async Task Finds_a_circle_where_the_function_is_in_another_group()
    {
        using var app = await AmplifyApp.CreateAsync(new Edit(AmplifyApp.Function, "\"auth\"", "\"data\""));
        var backend = await app.SynthesizeAsync();

        Assert.Contains(CloudAssembly.CircularDependency, backend.ValidationReport, StringComparison.Ordinal);
    }

    [ToolFact("all", "node")]
    public async Task Finds_that_there_is_no_Query_type()
    {
        using var app = await AmplifyApp.CreateAsync(new Edit(
            AmplifyApp.Data, "Todo: a.model({ content: a.string() }).authorization((allow) => [allow.owner()]),", ""));
        var backend = await app.SynthesizeAsync();

        Assert.DoesNotContain("type Query", backend.Schema, StringComparison.Ordinal);
    }
}
