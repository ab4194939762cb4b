using AddUserToGroup.DeploymentTests.Npm;

namespace AddUserToGroup.DeploymentTests.Amplify;

/// <summary>The Amplify backend that the README shows, as CloudFormation gets it.</summary>
[Collection(nameof(BackendFixture))]
public sealed class BackendTests(BackendFixture fixture)
{
    private CloudAssembly Backend => fixture.Backend;

    [ToolFact("node")]
    public async Task The_files_compile() => (await fixture.Project.CheckTypesAsync()).AssertSuccess();

    [ToolFact("node")]
    public void The_function_is_this_one()
    {
        var function = Mutation.Of(Backend).Function;

        Assert.Equal("dotnet10", function.Resolved("Runtime"));
        Assert.Equal("AddUserToGroup", function.Resolved("Handler"));
        Assert.Equal(
            ["x86_64"], function.Property("Architectures").EnumerateArray().Select(name => name.GetString()));
        Assert.Equal("JSON", function.Resolved("LoggingConfig", "LogFormat"));
        Assert.Equal(["AddUserToGroup.dll"], Backend.ListArchive(function.Resolved("Code", "S3Key")));
    }

    [ToolFact("node")]
    public void The_settings_name_the_user_pool()
    {
        var function = Mutation.Of(Backend).Function;
        var pool = Backend.Single("AWS::Cognito::UserPool");

        Assert.Equal($"{pool.Id}.Ref", function.Resolved("Environment", "Variables", "USER_POOL_ID"));
        Assert.Equal($"{pool.Id}.ProviderURL", function.Resolved("Environment", "Variables", "USER_POOL_ISSUER"));
    }

    [ToolFact("node")]
    public void The_function_may_add_users_to_groups_of_that_pool_and_write_its_log()
    {
        var roleAttribute = Mutation.Of(Backend).Function.Resolved("Role");
        var role = Assert.Single(Backend.Resources, resource => $"{resource.Id}.Arn" == roleAttribute);
        var pool = Backend.Single("AWS::Cognito::UserPool");

        Assert.Equal([$"cognito-idp:AdminAddUserToGroup {pool.Id}.Arn"], Rights.Of(role, Backend));
        var managed = Assert.Single(role.Property("ManagedPolicyArns").EnumerateArray());
        Assert.Contains("AWSLambdaBasicExecutionRole", managed.GetRawText(), StringComparison.Ordinal);
    }

    [ToolFact("node")]
    public void Nobody_else_has_a_right_to_the_user_pool() => Assert.Single(Rights.OnUserPools(Backend));

    [ToolFact("node")]
    public void The_mutation_is_for_administrators_of_the_user_pool()
    {
        var schema = Backend.ReadAsset(
            Backend.Single("AWS::AppSync::GraphQLSchema").Property("DefinitionS3Location", "Fn::Sub"));

        Assert.Matches(@"addUserToGroup\(userId: String!, groupName: String!\).*@aws_cognito_user_pools", schema);
        Assert.Matches(
            """type AddUserToGroupResult .*@aws_cognito_user_pools\(cognito_groups: \["ADMINS"\]\)""", schema);
        // Amplify has the field's groups checked by a template in front of the function instead of by a directive.
        Assert.Contains(
            """#set( $staticGroupRoles = [{"claim":"cognito:groups","entity":"ADMINS"}] )""",
            Mutation.Of(Backend).Gate,
            StringComparison.Ordinal);
        Assert.Contains(
            Backend.Resources,
            resource => resource.Type == "AWS::Cognito::UserPoolGroup" && resource.Resolved("GroupName") == "ADMINS");
    }

    [ToolFact("node")]
    public void The_default_mode_is_the_user_pool()
    {
        var api = Backend.Single("AWS::AppSync::GraphQLApi");

        Assert.Equal("AMAZON_COGNITO_USER_POOLS", api.Resolved("AuthenticationType"));
        Assert.Equal(
            $"{Backend.Single("AWS::Cognito::UserPool").Id}.Ref", api.Resolved("UserPoolConfig", "UserPoolId"));
    }

    [ToolFact("node")]
    public void No_stack_waits_for_itself() => Assert.Empty(Backend.Cycles());
}
