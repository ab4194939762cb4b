using System.Text.Json.Nodes;
using AddUserToGroup.DeploymentTests.Template.Evaluation;

namespace AddUserToGroup.DeploymentTests.Template;

/// <summary>Every right that the stack grants, in full. Whoever changes one changes it here as well.</summary>
public sealed class GrantTests
{
    // Nothing else of a role grants anything: no managed policies, no boundary that hides a wide one.
    private static readonly string[] Known = ["AssumeRolePolicyDocument", "Policies", "PolicyName", "PolicyDocument", "Roles"];

    [Theory, EveryMode]
    public void Grants_what_this_list_says_and_nothing_else(string mode) =>
        AssertExact(Mode.Named(mode), Mode.Named(mode).Deploy());

    internal static void AssertExact(Mode mode, Deployment deployment) => Expect.Set(Expected(mode), Granted(deployment));

    private static IEnumerable<string> Expected(Mode mode)
    {
        yield return """FunctionRole trust: {"Principal":{"Service":"lambda.amazonaws.com"},"Action":"sts:AssumeRole"}""";
        yield return $$"""FunctionRole: {"Action":"cognito-idp:AdminAddUserToGroup","Resource":"{{mode.UserPoolArn}}"}""";
        yield return """FunctionRole: {"Action":["logs:CreateLogStream","logs:PutLogEvents"],"Resource":"<FunctionLogGroup.Arn>"}""";
        yield return """FunctionRole: {"Action":["xray:PutTraceSegments","xray:PutTelemetryRecords"],"Resource":"*"}""";

        var api = $"arn:{mode.Place.Partition}:appsync:{mode.Place.Region}:111122223333:apis/{mode.ApiId}";
        yield return """DataSourceRole trust: {"Principal":{"Service":"appsync.amazonaws.com"},"Action":"sts:AssumeRole","Condition":"""
            + """{"StringEquals":{"aws:SourceAccount":"111122223333"},"ArnEquals":{"aws:SourceArn":"API"}}}""".Replace("API", api, StringComparison.Ordinal);
        yield return """DataSourceRole: {"Action":"lambda:InvokeFunction","Resource":"<Function.Arn>"}""";

        if (mode.CreatesApi)
        {
            yield return """GraphQLApiLogRole trust: {"Principal":{"Service":"appsync.amazonaws.com"},"Action":"sts:AssumeRole","Condition":"""
                + """{"StringEqualsIfExists":{"aws:SourceAccount":"111122223333"}}}""";
            yield return """<GraphQLApiLogRole>: {"Action":["logs:CreateLogStream","logs:PutLogEvents"],"Resource":"<GraphQLApiLogGroup.Arn>"}""";
        }
    }

    private static IEnumerable<string> Granted(Deployment deployment) => deployment.Resources
        .Where(resource => Evaluator.Text(resource.Value["Type"]).StartsWith("AWS::IAM::", StringComparison.Ordinal))
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
