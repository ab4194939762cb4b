using System.Text.Json;
using AddUserToGroup.Rules;

namespace AddUserToGroup.DeploymentTests.Amplify;

/// <summary>The backends of src/amplify/README.md, as CloudFormation receives them.</summary>
[Collection(nameof(AppsFixture))]
public sealed class BackendTests(AppsFixture apps)
{
    [ToolTheory("all", "node")]
    [InlineData(AppVariant.OurFiles)]
    [InlineData(AppVariant.DocumentationSchema)]
    [InlineData(AppVariant.ReferencedAuth)]
    public void Runs_this_function_on_the_user_pool(AppVariant variant)
    {
        var backend = apps.App(variant).Backend;
        var function = backend.Function;

        Assert.Equal("AddUserToGroup", function.Resolved("Handler"));
        Assert.Equal("JSON", function.Resolved("LoggingConfig", "LogFormat"));
        Assert.Equal(["AddUserToGroup.dll"], backend.ListArchive(function.Resolved("Code", "S3Key")));
        Assert.Equal(
            $"{function.Id}.Arn",
            Assert.Single(backend.Resources, resource => resource.Type == "AWS::AppSync::DataSource" && resource.Resolved("Type") == "AWS_LAMBDA")
                .Resolved("LambdaConfig", "LambdaFunctionArn"));
        var pool = function.Resolved("Environment", "Variables", "USER_POOL_ID");
        Assert.Equal(variant is AppVariant.ReferencedAuth ? "us-east-1_AbCdEf123" : $"{backend.Single("AWS::Cognito::UserPool").Id}.Ref", pool);
        Assert.Equal(
            $"https://cognito-idp.AWS::Region.Ref.AWS::URLSuffix.Ref/{pool}", function.Resolved("Environment", "Variables", "USER_POOL_ISSUER"));
    }

    [ToolTheory("all", "node")]
    [InlineData(AppVariant.OurFiles, ".Arn")]
    [InlineData(AppVariant.DocumentationSchema, ".Arn")]
    [InlineData(AppVariant.ReferencedAuth, ":userpool/us-east-1_AbCdEf123")]
    public void Grants_the_function_the_one_action_on_the_one_pool_and_its_log(AppVariant variant, string pool)
    {
        var backend = apps.App(variant).Backend;
        var roleAttribute = backend.Function.Resolved("Role");
        var role = Assert.Single(backend.Resources, resource => $"{resource.Id}.Arn" == roleAttribute);

        var right = Assert.Single(
            from policy in backend.Resources
            where policy.Type == "AWS::IAM::Policy"
            where policy.Property("Roles").EnumerateArray().Any(name => policy.Stack.Resolve(name) == $"{role.Id}.Ref")
            from statement in policy.Property("PolicyDocument", "Statement").EnumerateArray()
            select $"{statement.GetProperty("Action")} {policy.Stack.Resolve(statement.GetProperty("Resource"))}");
        Assert.StartsWith("cognito-idp:AdminAddUserToGroup ", right, StringComparison.Ordinal);
        Assert.EndsWith(pool, right, StringComparison.Ordinal);
        Assert.Contains(
            "AWSLambdaBasicExecutionRole", Assert.Single(role.Property("ManagedPolicyArns").EnumerateArray()).GetRawText(), StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Undefined, role.Property("Policies").ValueKind);
    }

    [ToolTheory("all", "node")]
    [InlineData(AppVariant.OurFiles)]
    [InlineData(AppVariant.DocumentationSchema)]
    [InlineData(AppVariant.ReferencedAuth)]
    public void Lets_administrators_of_the_user_pool_call_the_mutation(AppVariant variant)
    {
        var backend = apps.App(variant).Backend;

        Assert.Matches(@"addUserToGroup\(userId: String!, groupName: String!\).*@aws_cognito_user_pools", backend.Schema);
        Assert.Contains("type Query ", backend.Schema, StringComparison.Ordinal);
        // Amplify checks the group in a template before the function, not in the directive.
        Assert.Contains(
            backend.Resources.Where(resource => resource.Type == "AWS::AppSync::FunctionConfiguration"),
            step => backend.ReadAsset(step.Property("RequestMappingTemplateS3Location", "Fn::Sub"))
                .Contains($$"""{"claim":"cognito:groups","entity":"{{MembershipRules.AdministratorsGroup}}"}""", StringComparison.Ordinal));
        Assert.DoesNotContain(CloudAssembly.CircularDependency, backend.ValidationReport, StringComparison.Ordinal);
    }

    /// <summary>README.md says so, and it shows that the check above can fail.</summary>
    [ToolFact("all", "node")]
    public async Task Has_a_circular_dependency_if_the_function_is_in_another_group()
    {
        using var app = await AmplifyApp.CreateAsync(AppVariant.OurFiles, ("resourceGroupName: \"auth\"", "resourceGroupName: \"data\""));

        Assert.Contains(CloudAssembly.CircularDependency, app.Backend.ValidationReport, StringComparison.Ordinal);
    }
}
