using AddUserToGroup.DeploymentTests.Template.Evaluation;

namespace AddUserToGroup.DeploymentTests.Template;

/// <summary>What is created, what is handed out, what waits for what, and what stays when the stack goes.</summary>
public sealed class ResourceTests
{
    private static readonly string[] Always =
    [
        "Function: AWS::Serverless::Function", "FunctionLogGroup: AWS::Logs::LogGroup", "FunctionRole: AWS::IAM::Role",
        "DataSource: AWS::AppSync::DataSource", "DataSourceRole: AWS::IAM::Role", "Resolver: AWS::AppSync::Resolver",
    ];

    private static readonly string[] NewUserPool =
    [
        "UserPool: AWS::Cognito::UserPool", "UserPoolClient: AWS::Cognito::UserPoolClient", "Administrators: AWS::Cognito::UserPoolGroup",
    ];

    private static readonly string[] FirstAdministrator =
    [
        "Administrator: AWS::Cognito::UserPoolUser",
        "AdministratorInAdministrators: AWS::Cognito::UserPoolUserToGroupAttachment",
    ];

    // A schema resource replaces the whole schema of its API: it must not be there for somebody else's.
    private static readonly string[] NewApi =
    [
        "GraphQLApi: AWS::AppSync::GraphQLApi", "GraphQLSchema: AWS::AppSync::GraphQLSchema",
        "GraphQLApiLogGroup: AWS::Logs::LogGroup", "GraphQLApiLogRole: AWS::IAM::Role", "GraphQLApiLogPolicy: AWS::IAM::Policy",
    ];

    private static readonly string[] Kept =
    [
        "UserPool", "UserPoolClient", "Administrators", "Administrator", "AdministratorInAdministrators", "FunctionLogGroup", "GraphQLApiLogGroup",
    ];

    // AlarmTests has these.
    private static readonly string[] Watching = ["AWS::Logs::MetricFilter", "AWS::CloudWatch::Alarm"];

    [Theory, EveryMode]
    public void Creates_what_is_not_there_and_nothing_else(string mode) => AssertExact(Mode.Named(mode), Mode.Named(mode).Deploy());

    [Theory, EveryMode]
    public void Tells_front_ends_and_operators_what_they_need(string name)
    {
        var mode = Mode.Named(name);
        string[] expected =
        [
            $"UserPoolId={mode.UserPoolId}", $"Region={mode.Place.Region}", "FunctionName=<Function>", "AuditLogGroup=<FunctionLogGroup>",
            .. mode.CreatesUserPool ? (string[])["UserPoolClientId=<UserPoolClient>"] : [],
            .. mode.CreatesApi
                ? (string[])
                [
                    "GraphQLUrl=<GraphQLApi.GraphQLUrl>", "GraphQLApiId=<GraphQLApi.ApiId>", "GraphQLApiArn=<GraphQLApi.Arn>",
                    "GraphQLApiLogGroup=<GraphQLApiLogGroup>",
                ]
                : [],
        ];

        Expect.Set(expected, mode.Deploy().Outputs.Select(output => $"{output.Key}={output.Value}"));
    }

    [Theory, EveryMode]
    public void Keeps_users_groups_and_logs_when_the_stack_goes(string mode)
    {
        var resources = Mode.Named(mode).Deploy().Resources;

        Expect.Set(
            Kept.Where(resources.ContainsKey),
            resources.Where(resource => resource.Value.ContainsKey("DeletionPolicy")).Select(resource => resource.Key));
        Assert.All(resources.Where(resource => Kept.Contains(resource.Key)), resource =>
        {
            Assert.Contains(Evaluator.Text(resource.Value["DeletionPolicy"]), (string[])["Retain", "RetainExceptOnCreate"]);
            Assert.Equal("Retain", Evaluator.Text(resource.Value["UpdateReplacePolicy"]));
        });
    }

    [Fact]
    public void Makes_nothing_before_what_it_needs()
    {
        var deployment = Mode.Named("first administrator").Deploy();

        Assert.True(deployment.Follows("Resolver", "GraphQLSchema"), "The field has to be there before its resolver.");
        Assert.True(deployment.Follows("AdministratorInAdministrators", "Administrator"), "Nobody can be added before there is somebody.");
        Assert.True(deployment.Follows("GraphQLApiLogGroup", "GraphQLApi"), "Its name is the API's.");
    }

    internal static void AssertExact(Mode mode, Deployment deployment) => Expect.Set(
        [
            .. Always,
            .. mode.CreatesUserPool ? NewUserPool : [],
            .. mode.InvitesAdministrator ? FirstAdministrator : [],
            .. mode.CreatesApi ? NewApi : [],
        ],
        deployment.Resources
            .Where(resource => !Watching.Contains(Evaluator.Text(resource.Value["Type"])))
            .Select(resource => $"{resource.Key}: {resource.Value["Type"]}".Replace("AWS::Lambda::Function", "AWS::Serverless::Function", StringComparison.Ordinal)));
}
