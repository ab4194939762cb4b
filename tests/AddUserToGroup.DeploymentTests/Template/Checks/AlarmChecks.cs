using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AddUserToGroup.DeploymentTests.Template.Evaluation;

namespace AddUserToGroup.DeploymentTests.Template.Checks;

/// <summary>What is counted, and what an operator is woken for.</summary>
internal static partial class AlarmChecks
{
    private const string Topic = "arn:aws:sns:eu-central-1:111122223333:operators";

    // Success, and what the caller can put right alone. All other outcomes, those of the future included, need an alarm.
    private static readonly string[] OfNoConcern = ["Added", "InvalidInput", "UserNotFound", "GroupNotFound"];

    // Thrown, so that Lambda counts it, along with what never reaches the audit log.
    private const string CountedByLambda = "InternalError";

    public static void Outcomes(DeployedFiles files, Mode mode)
    {
        var counted = Filters(files.Deploy(mode)).SelectMany(filter => filter.Outcomes).ToList();

        Expect.Set(FunctionSource.Outcomes.Except(OfNoConcern).Append("Added"), counted);
        Assert.Equal(counted.Distinct(), counted);
    }

    /// <summary>Each pattern is made of comparisons of a member that the audit line really has, and of nothing else.</summary>
    public static void Patterns(DeployedFiles files, Mode mode) => Assert.All(
        files.Deploy(mode).OfType("AWS::Logs::MetricFilter"),
        filter =>
        {
            Assert.Matches(
                @"^\{ (\$\.outcome = ""\w+""( \|\| )?)+ \}$", Evaluator.Text(filter.Value["Properties"]!["FilterPattern"]));
            Assert.Contains("outcome", FunctionSource.AuditMembers);
            Expect.Json("\"<FunctionLogGroup>\"", filter.Value["Properties"]!["LogGroupName"]);
        });

    public static void Coverage(DeployedFiles files, Mode mode)
    {
        var deployment = files.Deploy(mode);
        var watched = Alarms(deployment).Select(Metric).ToList();
        var filters = Filters(deployment);

        Expect.Set(
            FunctionSource.Outcomes.Except([.. OfNoConcern, CountedByLambda]),
            filters.Where(filter => watched.Contains(filter.Metric)).SelectMany(filter => filter.Outcomes));
        Expect.Set(
            ["AWS/Lambda Errors of <Function>", "AWS/Lambda Throttles of <Function>"],
            watched.Except(filters.Select(filter => filter.Metric)));
    }

    public static void Actions(DeployedFiles files, Mode mode)
    {
        Assert.All(Alarms(files.Deploy(mode)), alarm => Assert.False(alarm.ContainsKey("AlarmActions")));
        Assert.All(Alarms(files.Deploy(mode, new() { ["AlarmTopicArn"] = Topic })), alarm =>
        {
            Expect.Json($"[\"{Topic}\"]", alarm["AlarmActions"]);
            Expect.Json("\"notBreaching\"", alarm["TreatMissingData"]);
            Expect.Json("\"Sum\"", alarm["Statistic"]);
            Expect.Json("\"GreaterThanOrEqualToThreshold\"", alarm["ComparisonOperator"]);
        });
    }

    private static List<(string Metric, IEnumerable<string> Outcomes)> Filters(Deployment deployment) =>
    [
        .. deployment.OfType("AWS::Logs::MetricFilter").Select(filter => filter.Value["Properties"]!).Select(filter =>
        {
            var target = Assert.Single(filter["MetricTransformations"]!.AsArray())!;
            return (
                $"{target["MetricNamespace"]} {target["MetricName"]} of ",
                Outcome().Matches(Evaluator.Text(filter["FilterPattern"])).Select(match => match.Groups[1].Value));
        }),
    ];

    private static IEnumerable<JsonObject> Alarms(Deployment deployment) =>
        deployment.OfType("AWS::CloudWatch::Alarm").Select(alarm => alarm.Value["Properties"]!.AsObject());

    private static string Metric(JsonObject alarm) =>
        $"{alarm["Namespace"]} {alarm["MetricName"]} of {alarm["Dimensions"]?[0]?["Value"]}";

    [GeneratedRegex("\"(\\w+)\"")]
    private static partial Regex Outcome();
}
