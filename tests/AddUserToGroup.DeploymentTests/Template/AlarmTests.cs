using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AddUserToGroup.DeploymentTests.Template.Evaluation;
using AddUserToGroup.Results;
using AddUserToGroup.Rules;

namespace AddUserToGroup.DeploymentTests.Template;

/// <summary>What is counted, and what an operator is woken for.</summary>
public sealed partial class AlarmTests
{
    private const string Topic = "arn:aws:sns:eu-central-1:111122223333:operators";
    private const string AdditionsToAdministrators = $$"""{ $.outcome = "Added" && $.groupName = "{{MembershipRules.AdministratorsGroup}}" }""";

    // What the caller can put right alone. All other outcomes, those of the future included, have to be counted.
    private static readonly string[] OfNoConcern = [nameof(ErrorType.InvalidInput), nameof(ErrorType.UserNotFound), nameof(ErrorType.GroupNotFound)];

    private static readonly Deployment Deployment = Mode.All[0].Deploy();

    [Fact]
    public void Counts_additions_and_all_that_concerns_an_operator_once_from_the_audit_line()
    {
        var patterns = Filters().Select(filter => filter.Pattern).Where(pattern => pattern != AdditionsToAdministrators).ToList();
        var counted = patterns.SelectMany(Outcomes).ToList();

        Expect.Set(Outcomes().Except(OfNoConcern), counted);
        Assert.Equal(counted.Distinct(), counted);
        Assert.All(patterns, pattern => Assert.Matches(@"^\{ (\$\.outcome = ""\w+""( \|\| )?)+ \}$", pattern));
    }

    [Fact]
    public void Watches_all_that_concerns_an_operator_and_who_becomes_an_administrator()
    {
        var watched = Alarms(Deployment).Select(Metric).ToList();
        var filters = Filters().Where(filter => watched.Contains(filter.Metric)).ToList();

        Assert.Contains(filters, filter => filter.Pattern == AdditionsToAdministrators);
        // Faults are thrown, so that Lambda counts them, along with what never reaches the audit log.
        Expect.Set(
            Outcomes().Except([.. OfNoConcern, nameof(ErrorType.InternalError), "Added"]),
            filters.Where(filter => filter.Pattern != AdditionsToAdministrators).SelectMany(filter => Outcomes(filter.Pattern)));
        Expect.Set(
            ["AWS/Lambda Errors of <Function>", "AWS/Lambda Throttles of <Function>"],
            watched.Except(filters.Select(filter => filter.Metric)));
    }

    [Fact]
    public void Tells_the_topic_if_there_is_one()
    {
        Assert.All(Alarms(Deployment), alarm => Assert.False(alarm.ContainsKey("AlarmActions")));
        Assert.All(
            Alarms(Mode.All[0].Deploy(("AlarmTopicArn", Topic))), alarm => Expect.Json($"[\"{Topic}\"]", alarm["AlarmActions"]));
    }

    private static IEnumerable<(string Metric, string Pattern)> Filters() =>
        Deployment.OfType("AWS::Logs::MetricFilter").Select(filter => filter.Value["Properties"]!).Select(filter =>
        {
            Assert.Equal("<FunctionLogGroup>", Evaluator.Text(filter["LogGroupName"]));
            var target = Assert.Single(filter["MetricTransformations"]!.AsArray())!;
            return ($"{target["MetricNamespace"]} {target["MetricName"]} of ", Evaluator.Text(filter["FilterPattern"]));
        });

    private static IEnumerable<JsonObject> Alarms(Deployment deployment) =>
        deployment.OfType("AWS::CloudWatch::Alarm").Select(alarm => alarm.Value["Properties"]!.AsObject());

    private static string Metric(JsonObject alarm) =>
        $"{alarm["Namespace"]} {alarm["MetricName"]} of {alarm["Dimensions"]?[0]?["Value"]}";

    private static IEnumerable<string> Outcomes() => Enum.GetNames<ErrorType>().Append("Added");

    private static IEnumerable<string> Outcomes(string pattern) => Quoted().Matches(pattern).Select(match => match.Groups[1].Value);

    [GeneratedRegex("\"(\\w+)\"")]
    private static partial Regex Quoted();
}
