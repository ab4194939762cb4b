using System.Text.Json.Nodes;
using AddUserToGroup.DeploymentTests.Template.Evaluation;

namespace AddUserToGroup.DeploymentTests.Template;

/// <summary>Every right that the stack grants, in full: a change of the template needs the same change here.</summary>
public sealed class GrantTests
{
    // No other property of a role, such as a managed policy, may grant anything.
    private static readonly string[] Known = ["AssumeRolePolicyDocument", "Policies", "PolicyName", "PolicyDocument", "Roles"];

    [Fact]
    public void Grants_what_this_list_says_and_nothing_else() =>
        Assert.All(Scenario.All, scenario => AssertExact(scenario, scenario.Deploy()));

    [Fact]
    public void Gives_every_role_the_boundary_that_an_account_requires()
    {
        const string boundary = "arn:aws:iam::111122223333:policy/Boundary";

        Assert.All(
            Scenario.EverythingNew.Deploy(("PermissionsBoundaryArn", boundary)).OfType("AWS::IAM::Role"),
            role => Assert.Equal(boundary, Evaluator.Text(role.Value["Properties"]!["PermissionsBoundary"])));
    }

    internal static void AssertExact(Scenario scenario, Deployment deployment) => Expect.Set(Expected(scenario), Granted(deployment));

    private static IEnumerable<string> Expected(Scenario scenario)
    {
        yield return """FunctionRole trust: {"Principal":{"Service":"lambda.amazonaws.com"},"Action":"sts:AssumeRole"}""";
        yield return $$"""FunctionRole: {"Action":"cognito-idp:AdminAddUserToGroup","Resource":"{{scenario.UserPoolArn}}"}""";
        yield return """FunctionRole: {"Action":["logs:CreateLogStream","logs:PutLogEvents"],"Resource":"<FunctionLogGroup.Arn>"}""";
        yield return """FunctionRole: {"Action":["xray:PutTraceSegments","xray:PutTelemetryRecords"],"Resource":"*"}""";

        var api = $"arn:{scenario.Region.Partition}:appsync:{scenario.Region.Name}:111122223333:apis/{scenario.ApiId}";
        yield return """DataSourceRole trust: {"Principal":{"Service":"appsync.amazonaws.com"},"Action":"sts:AssumeRole","Condition":"""
            + """{"StringEquals":{"aws:SourceAccount":"111122223333"},"ArnEquals":{"aws:SourceArn":"API"}}}""".Replace("API", api, StringComparison.Ordinal);
        yield return """DataSourceRole: {"Action":"lambda:InvokeFunction","Resource":"<Function.Arn>"}""";

        if (scenario.CreatesApi)
        {
            yield return """GraphQLApiLogRole trust: {"Principal":{"Service":"appsync.amazonaws.com"},"Action":"sts:AssumeRole","Condition":"""
                + """{"StringEqualsIfExists":{"aws:SourceAccount":"111122223333"}}}""";
            yield return """<GraphQLApiLogRole>: {"Action":["logs:CreateLogStream","logs:PutLogEvents"],"Resource":"<GraphQLApiLogGroup.Arn>"}""";
        }
    }

    private static IEnumerable<string> Granted(Deployment deployment) => deployment.OfType("AWS::IAM::")
        .SelectMany(resource => Granted(resource.Key, resource.Value["Properties"]!.AsObject()));

    private static IEnumerable<string> Granted(string name, JsonObject properties)
    {
        Assert.Empty(properties.Select(property => property.Key).Except(Known));
        var holders = properties["Roles"]?.AsArray().Select(Evaluator.Text) ?? [name];
        // In a role, or in a policy of its own.
        JsonNode?[] policies = [.. properties["Policies"]?.AsArray().Select(policy => policy!["PolicyDocument"]) ?? [], properties["PolicyDocument"]];
        return
        [
            .. properties["AssumeRolePolicyDocument"] is { } trust ? Statements(trust).Select(statement => $"{name} trust: {statement}") : [],
            .. from holder in holders from policy in policies.OfType<JsonNode>() from statement in Statements(policy) select $"{holder}: {statement}",
        ];
    }

    private static IEnumerable<string> Statements(JsonNode document) => document["Statement"]!.AsArray().Select(statement =>
    {
        var grant = statement!.DeepClone().AsObject();
        Assert.Equal("Allow", Evaluator.Text(grant["Effect"]));
        grant.Remove("Effect");
        grant.Remove("Sid");
        return grant.ToJsonString(Expect.Plain);
    });
}
