namespace AddUserToGroup.DeploymentTests.Amplify;

/// <summary>The backend in src/amplify, as CloudFormation gets it.</summary>
[Collection(nameof(AppsFixture))]
public sealed class BackendTests(AppsFixture apps)
{
    [ToolTheory("all", "node")]
    [InlineData(Way.OurFiles)]
    [InlineData(Way.SchemaOfThePage)]
    public async Task Compiles(Way way) => (await apps.App(way).CheckTypesAsync()).AssertSuccess();

    [ToolTheory("all", "node")]
    [InlineData(Way.OurFiles)]
    [InlineData(Way.SchemaOfThePage)]
    public void Runs_this_function_on_the_user_pool(Way way)
    {
        var backend = apps.Backend(way);
        var function = Mutation.Of(backend).Function;
        var pool = backend.Single("AWS::Cognito::UserPool");

        Assert.Equal("dotnet10", function.Resolved("Runtime"));
        Assert.Equal("AddUserToGroup", function.Resolved("Handler"));
        Assert.Equal("JSON", function.Resolved("LoggingConfig", "LogFormat"));
        Assert.Equal(["AddUserToGroup.dll"], backend.ListArchive(function.Resolved("Code", "S3Key")));
        Assert.Equal($"{pool.Id}.Ref", function.Resolved("Environment", "Variables", "USER_POOL_ID"));
        Assert.Equal($"{pool.Id}.ProviderURL", function.Resolved("Environment", "Variables", "USER_POOL_ISSUER"));
    }

    [ToolTheory("all", "node")]
    [InlineData(Way.OurFiles)]
    [InlineData(Way.SchemaOfThePage)]
    public void Grants_the_one_action_on_the_one_pool_to_the_function_alone(Way way)
    {
        var backend = apps.Backend(way);
        var roleAttribute = Mutation.Of(backend).Function.Resolved("Role");
        var role = Assert.Single(backend.Resources, resource => $"{resource.Id}.Arn" == roleAttribute);
        string[] right = [$"cognito-idp:AdminAddUserToGroup {backend.Single("AWS::Cognito::UserPool").Id}.Arn"];

        Assert.Equal(right, Rights.Of(role, backend));
        Assert.Equal(right, Rights.OnUserPools(backend));
        var managed = Assert.Single(role.Property("ManagedPolicyArns").EnumerateArray());
        Assert.Contains("AWSLambdaBasicExecutionRole", managed.GetRawText(), StringComparison.Ordinal);
    }

    [ToolTheory("all", "node")]
    [InlineData(Way.OurFiles)]
    [InlineData(Way.SchemaOfThePage)]
    public void Lets_administrators_of_the_user_pool_call_the_mutation(Way way)
    {
        var backend = apps.Backend(way);

        Assert.Matches(
            @"addUserToGroup\(userId: String!, groupName: String!\).*@aws_cognito_user_pools", backend.Schema);
        // Amplify has the field's groups checked by a template in front of the function instead of by a directive.
        Assert.Contains(
            """#set( $staticGroupRoles = [{"claim":"cognito:groups","entity":"ADMINS"}] )""",
            Mutation.Of(backend).Gate,
            StringComparison.Ordinal);
        Assert.Contains(
            backend.Resources,
            resource => resource.Type == "AWS::Cognito::UserPoolGroup" && resource.Resolved("GroupName") == "ADMINS");
        Assert.Equal(
            $"{backend.Single("AWS::Cognito::UserPool").Id}.Ref",
            way is Way.OurFiles
                ? backend.Api.Resolved("UserPoolConfig", "UserPoolId")
                : backend.Api.Stack.Resolve(
                    backend.Api.Property("AdditionalAuthenticationProviders")[0]
                        .GetProperty("UserPoolConfig").GetProperty("UserPoolId")));
    }

    [ToolTheory("all", "node")]
    [InlineData(Way.OurFiles)]
    [InlineData(Way.SchemaOfThePage)]
    public void Has_a_Query_type_and_no_circle(Way way)
    {
        Assert.Contains("type Query ", apps.Backend(way).Schema, StringComparison.Ordinal);
        Assert.DoesNotContain(CloudAssembly.CircularDependency, apps.Backend(way).ValidationReport, StringComparison.Ordinal);
    }

    /// <summary>So that its absence above means something.</summary>
    [ToolFact("all", "node")]
    public async Task Shows_a_circle_where_the_function_is_in_another_group()
    {
        using var app = await AmplifyApp.CreateAsync(new Edit(AmplifyApp.Function, "\"auth\"", "\"data\""));
        var backend = await app.SynthesizeAsync();

        Assert.Contains(CloudAssembly.CircularDependency, backend.ValidationReport, StringComparison.Ordinal);
    }
}
