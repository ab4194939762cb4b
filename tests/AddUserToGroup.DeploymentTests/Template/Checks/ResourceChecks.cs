using AddUserToGroup.DeploymentTests.Template.Evaluation;

namespace AddUserToGroup.DeploymentTests.Template.Checks;

/// <summary>What is created, what is handed out, and what stays when the stack goes.</summary>
internal static class ResourceChecks
{
    private static readonly string[] Always =
    [
        "Function: AWS::Serverless::Function",
        "FunctionLogGroup: AWS::Logs::LogGroup",
        "FunctionRole: AWS::IAM::Role",
        "DataSource: AWS::AppSync::DataSource",
        "DataSourceRole: AWS::IAM::Role",
        "Resolver: AWS::AppSync::Resolver",
        "AdditionsMetric: AWS::Logs::MetricFilter",
        "RefusalsMetric: AWS::Logs::MetricFilter",
        "FaultsMetric: AWS::Logs::MetricFilter",
        "UnavailableMetric: AWS::Logs::MetricFilter",
        "ThrottlesMetric: AWS::Logs::MetricFilter",
        "FaultsAlarm: AWS::CloudWatch::Alarm",
        "UnavailableAlarm: AWS::CloudWatch::Alarm",
        "CognitoThrottlesAlarm: AWS::CloudWatch::Alarm",
        "LambdaThrottlesAlarm: AWS::CloudWatch::Alarm",
        "RefusalsAlarm: AWS::CloudWatch::Alarm",
    ];

    private static readonly string[] NewUserPool =
    [
        "UserPool: AWS::Cognito::UserPool",
        "UserPoolClient: AWS::Cognito::UserPoolClient",
        "Administrators: AWS::Cognito::UserPoolGroup",
    ];

    private static readonly string[] FirstAdministrator =
    [
        "Administrator: AWS::Cognito::UserPoolUser",
        "AdministratorInAdministrators: AWS::Cognito::UserPoolUserToGroupAttachment",
    ];

    private static readonly string[] NewApi =
    [
        "GraphQLApi: AWS::AppSync::GraphQLApi",
        "GraphQLSchema: AWS::AppSync::GraphQLSchema",
    ];

    private static readonly string[] Kept =
    [
        "UserPool", "UserPoolClient", "Administrators", "Administrator", "AdministratorInAdministrators", "FunctionLogGroup",
    ];

    public static IEnumerable<string> Expected(Mode mode) =>
    [
        .. Always,
        .. mode.CreatesUserPool ? NewUserPool : [],
        .. mode.InvitesAdministrator ? FirstAdministrator : [],
        .. mode.CreatesApi ? NewApi : [],
    ];

    public static void Resources(DeployedFiles files, Mode mode) => Expect.Set(
        Expected(mode),
        files.Deploy(mode).Resources.Select(resource => $"{resource.Key}: {resource.Value["Type"]}"));

    public static void Outputs(DeployedFiles files, Mode mode)
    {
        List<string> expected =
        [
            $"UserPoolId={mode.UserPoolId}",
            $"Region={mode.Place.Region}",
            "FunctionName=<Function>",
            "AuditLogGroup=<FunctionLogGroup>",
            .. mode.CreatesUserPool ? (string[])["UserPoolClientId=<UserPoolClient>"] : [],
            .. mode.CreatesApi ? (string[])["GraphQLUrl=<GraphQLApi.GraphQLUrl>"] : [],
        ];

        Expect.Set(expected, files.Deploy(mode).Outputs.Select(output => $"{output.Key}={output.Value}"));
    }

    /// <summary>Users, what they sign in with, their groups and the audit log outlive the stack; nothing else does.</summary>
    public static void Retention(DeployedFiles files, Mode mode)
    {
        var resources = files.Deploy(mode).Resources;

        Expect.Set(
            Kept.Where(resources.ContainsKey),
            resources.Where(resource => resource.Value.ContainsKey("DeletionPolicy")).Select(resource => resource.Key));
        Assert.All(resources.Where(resource => Kept.Contains(resource.Key)), resource =>
        {
            Assert.Contains(Evaluator.Text(resource.Value["DeletionPolicy"]), (string[])["Retain", "RetainExceptOnCreate"]);
            Assert.Equal("Retain", Evaluator.Text(resource.Value["UpdateReplacePolicy"]));
        });
    }
}
