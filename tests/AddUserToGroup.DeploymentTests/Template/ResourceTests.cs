using AddUserToGroup.DeploymentTests.Template.Evaluation;
using AddUserToGroup.Local.Page;
using AddUserToGroup.Rules;

namespace AddUserToGroup.DeploymentTests.Template;

/// <summary>What the stack leaves alone, what it keeps, and in which order CloudFormation creates it.</summary>
public sealed class ResourceTests
{
    /// <summary>A schema resource, for example, replaces the whole schema of its API.</summary>
    [Fact]
    public void Creates_nothing_in_an_existing_pool_and_only_the_resolver_in_an_existing_API()
    {
        var deployment = Scenario.NothingNew.Deploy();

        Assert.Empty(deployment.OfType("AWS::Cognito::"));
        Expect.Set(["DataSource", "Resolver"], deployment.OfType("AWS::AppSync::").Select(resource => resource.Key));
    }

    [Fact]
    public void Keeps_users_groups_and_logs_when_the_stack_is_deleted()
    {
        var deployment = Scenario.EverythingNew.Deploy();

        Assert.All([.. deployment.OfType("AWS::Cognito::"), .. deployment.OfType("AWS::Logs::LogGroup")], resource =>
        {
            Assert.StartsWith("Retain", Evaluator.Text(resource.Value["DeletionPolicy"]), StringComparison.Ordinal);
            Assert.Equal("Retain", Evaluator.Text(resource.Value["UpdateReplacePolicy"]));
        });
    }

    /// <summary>AppSync rejects a resolver of a field that is not in the schema, and Cognito a member who is not in the pool.</summary>
    [Fact]
    public void Creates_the_resolver_after_the_schema_and_the_first_membership_after_its_user()
    {
        var deployment = Scenario.EverythingNew.Deploy();

        Assert.Contains("<GraphQLSchema>", deployment.Resources["Resolver"].ToJsonString(Expect.Plain), StringComparison.Ordinal);
        Assert.Equal("Administrator", Evaluator.Text(deployment.Resources["AdministratorInAdministrators"]["DependsOn"]));
    }

    [Fact]
    public void Connects_the_mutation_to_the_function_without_batches() => Assert.All(Scenario.All, scenario =>
    {
        var deployment = scenario.Deploy();
        var (resolver, source) = (deployment.Properties("Resolver"), deployment.Properties("DataSource"));

        Assert.Contains(Evaluator.Text(resolver["FieldName"]), SchemaTests.Fields(Evaluator.Text(resolver["TypeName"])));
        Assert.Equal("<DataSource.Name>", Evaluator.Text(resolver["DataSourceName"]));
        Assert.Equal("<Function.Arn>", Evaluator.Text(source["LambdaConfig"]!["LambdaFunctionArn"]));
        Assert.All([resolver, source], properties => Assert.Equal(scenario.ApiId, Evaluator.Text(properties["ApiId"])));
        Assert.False(resolver.ContainsKey("MaxBatchSize"));
    });

    /// <summary>Verbose content would hold headers, and with them tokens.</summary>
    [Fact]
    public void Logs_whom_AppSync_rejects_but_no_token() => Expect.Json(
        """{ "CloudWatchLogsRoleArn": "<GraphQLApiLogRole.Arn>", "FieldLogLevel": "ERROR", "ExcludeVerboseContent": true }""",
        Scenario.EverythingNew.Deploy().Properties("GraphQLApi")["LogConfig"]);

    [Fact]
    public void Prints_what_the_page_reads() => Assert.Empty(
        StackOutputs.Options.Keys.Except(Scenario.Template.Section("Outputs").Select(output => output.Key)));

    [Fact]
    public void Makes_the_first_administrator_a_member_of_the_group_that_the_function_checks()
    {
        var deployment = Scenario.EverythingNew.Deploy();

        Assert.Equal(MembershipRules.AdministratorsGroup, Evaluator.Text(deployment.Properties("Administrators")["GroupName"]));
        Expect.Json(
            """{ "UserPoolId": "<UserPool>", "GroupName": "<Administrators>", "Username": "alice@example.com" }""",
            deployment.Properties("AdministratorInAdministrators"));
        Assert.Equal("alice@example.com", Evaluator.Text(deployment.Properties("Administrator")["Username"]));
    }

    /// <summary>People copy what stands right behind the password, and an authenticator app takes minutes to install.</summary>
    [Fact]
    public void Gives_the_first_administrator_a_password_to_copy_and_the_time_to_set_up_a_code()
    {
        var deployment = Scenario.EverythingNew.Deploy(("MfaConfiguration", "ON"));
        var message = Evaluator.Text(deployment.Properties("UserPool")["AdminCreateUserConfig"]!["InviteMessageTemplate"]!["EmailMessage"]);

        Assert.Contains("<br>{####}<br>", message, StringComparison.Ordinal);
        Assert.Contains("{username}", message, StringComparison.Ordinal);
        Assert.InRange((int)deployment.Properties("UserPoolClient")["AuthSessionValidity"]!, 10, 15);
    }

    [Fact]
    public void Admits_to_the_new_pool_only_who_was_invited_and_sends_no_password()
    {
        var deployment = Scenario.EverythingNew.Deploy();
        var client = deployment.Properties("UserPoolClient");

        Assert.True((bool)deployment.Properties("UserPool")["AdminCreateUserConfig"]!["AllowAdminCreateUserOnly"]!);
        Assert.False((bool)client["GenerateSecret"]!);
        Expect.Json("""["ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"]""", client["ExplicitAuthFlows"]);
    }
}
