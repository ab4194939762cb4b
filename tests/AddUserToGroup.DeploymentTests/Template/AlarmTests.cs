using System.Text.Json.Nodes;
using AddUserToGroup.DeploymentTests.Template.Evaluation;
using AddUserToGroup.Results;
using AddUserToGroup.Rules;
using AddUserToGroup.Shared.Faults;

namespace AddUserToGroup.DeploymentTests.Template;

/// <summary>Which audit lines trigger which alarm.</summary>
public sealed class AlarmTests
{
    private const string Administrators = "AdministratorsAlarm";

    private static readonly Deployment Deployment = Scenario.EverythingNew.Deploy();

    private static readonly Behaviour LosesItsResponse = Behaviour.SendAndEnd(default, connection => connection.ResetAsync());

    private static readonly HttpResponse Page = new(200, "<html></html>") { ContentType = "text/html", RequestId = null };

    // In all of these the request arrived as a whole, so the user may be a member now.
    private static readonly Dictionary<string, Behaviour[]> Cognito = new()
    {
        ["adds the user"] = [Behaviour.Respond(HttpResponse.Success)],
        ["adds the user, but its response is lost"] = [LosesItsResponse],
        ["adds the user, but its response is late"] = [Behaviour.SendAndEnd(default, connection => connection.HangAsync())],
        ["adds the user, but its response is lost, and throttles the retry"] =
            [LosesItsResponse, Behaviour.Respond(HttpResponse.Error(400, "TooManyRequestsException", "Slow down"))],
        ["adds the user, but a proxy responds with 200"] = [Behaviour.Respond(Page)],
        ["adds the user, but a proxy responds with 403"] = [Behaviour.Respond(Page with { Status = 403 })],
        ["adds the user, but a proxy responds with 429"] = [Behaviour.Respond(Page with { Status = 429 })],
        ["adds the user, but a proxy responds with 504"] = [Behaviour.Respond(Page with { Status = 504 })],
    };

    [Theory]
    [InlineData("adds the user", "Added")]
    [InlineData("adds the user, but its response is lost", "Unavailable")]
    [InlineData("adds the user, but its response is late", "Unavailable", 1)]
    [InlineData("adds the user, but its response is lost, and throttles the retry", "Throttled")]
    [InlineData("adds the user, but a proxy responds with 200", "Unavailable")]
    [InlineData("adds the user, but a proxy responds with 403", "InternalError")]
    [InlineData("adds the user, but a proxy responds with 429", "Throttled")]
    [InlineData("adds the user, but a proxy responds with 504", "Unavailable")]
    public async Task Tell_of_everyone_who_may_have_become_an_administrator(string cognito, string outcome, int seconds = 10)
    {
        await using var function = new AuditedFunction(TimeSpan.FromSeconds(seconds), Cognito[cognito]);

        var line = await function.AuditAsync(MembershipRules.AdministratorsGroup);

        Assert.True(function.HasSentRequest);
        Assert.Equal(outcome, (string?)line["outcome"]);
        Assert.Contains(Administrators, TriggeredBy(line));
        line["groupName"] = "EDITORS";
        Assert.DoesNotContain(Administrators, TriggeredBy(line));
    }

    [Theory]
    [InlineData("Added", Administrators)]
    [InlineData(nameof(ErrorType.Unauthorized), "RefusalsAlarm")]
    [InlineData(nameof(ErrorType.GroupNotAssignable), "RefusalsAlarm")]
    [InlineData(nameof(ErrorType.InvalidInput))]
    [InlineData(nameof(ErrorType.UserNotFound))]
    [InlineData(nameof(ErrorType.GroupNotFound))]
    [InlineData(nameof(ErrorType.Throttled), "CognitoThrottlesAlarm", Administrators)]
    [InlineData(nameof(ErrorType.Unavailable), "UnavailableAlarm", Administrators)]
    // It is thrown, too, and FaultsAlarm counts Lambda's errors.
    [InlineData(nameof(ErrorType.InternalError), Administrators)]
    public async Task Tell_of_what_an_operator_has_to_look_at(string outcome, params string[] alarms)
    {
        await using var function = new AuditedFunction(TimeSpan.FromSeconds(10), Cognito["adds the user"]);
        var line = await function.AuditAsync(MembershipRules.AdministratorsGroup);
        line["outcome"] = outcome;

        Expect.Set(alarms, TriggeredBy(line));
    }

    [Fact]
    public void Know_every_outcome() => Expect.Set(
        Enum.GetNames<ErrorType>().Append(nameof(MutationResult.Added)),
        typeof(AlarmTests).GetMethod(nameof(Tell_of_what_an_operator_has_to_look_at))!
            .GetCustomAttributes(typeof(InlineDataAttribute), inherit: false)
            .Select(row => (string)((InlineDataAttribute)row).GetData(null!).Single()[0]));

    /// <summary>Lambda counts what leaves no audit line: crashes, timeouts, and invocations that it rejects.</summary>
    [Theory]
    [InlineData("FaultsAlarm", "Errors")]
    [InlineData("LambdaThrottlesAlarm", "Throttles")]
    public void Tell_of_what_only_Lambda_counts(string alarm, string metric)
    {
        var properties = Deployment.Properties(alarm);

        Assert.Equal($"AWS/Lambda {metric}", Metric(properties, properties["MetricName"]));
        Expect.Json("""[{ "Name": "FunctionName", "Value": "<Function>" }]""", properties["Dimensions"]);
    }

    [Fact]
    public void Are_sent_to_the_topic_if_there_is_one()
    {
        const string topic = "arn:aws:sns:eu-central-1:111122223333:operators";

        Assert.All(Deployment.OfType("AWS::CloudWatch::Alarm"), alarm => Assert.False(alarm.Value["Properties"]!.AsObject().ContainsKey("AlarmActions")));
        Assert.All(
            Scenario.EverythingNew.Deploy(("AlarmTopicArn", topic)).OfType("AWS::CloudWatch::Alarm"),
            alarm => Expect.Json($"[\"{topic}\"]", alarm.Value["Properties"]!["AlarmActions"]));
    }

    private static IEnumerable<string> TriggeredBy(JsonObject line)
    {
        var counted = Deployment.OfType("AWS::Logs::MetricFilter")
            .Select(filter => filter.Value["Properties"]!)
            .Where(filter => Evaluator.Text(filter["LogGroupName"]) == "<FunctionLogGroup>")
            .Where(filter => FilterPattern.Matches(Evaluator.Text(filter["FilterPattern"]), line))
            .Select(filter => filter["MetricTransformations"]!.AsArray().Single()!)
            .Select(target => Metric(target, target["MetricName"], "MetricNamespace"))
            .ToList();
        return Deployment.OfType("AWS::CloudWatch::Alarm")
            .Where(alarm => counted.Contains(Metric(alarm.Value["Properties"]!, alarm.Value["Properties"]!["MetricName"])))
            .Select(alarm => alarm.Key);
    }

    private static string Metric(JsonNode properties, JsonNode? name, string space = "Namespace") => $"{properties[space]} {name}";
}
