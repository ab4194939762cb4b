using AddUserToGroup.DeploymentTests.Template.Checks;
using AddUserToGroup.DeploymentTests.Template.Evaluation;
using Xunit.Sdk;

namespace AddUserToGroup.DeploymentTests.Template;

/// <summary>The checks see what they are there for.</summary>
public sealed class SeededFaultTests
{
    private static readonly SeededFault[] Faults =
    [
        new("any action on the user pool",
            "Action: cognito-idp:AdminAddUserToGroup",
            "Action: cognito-idp:*",
            RoleChecks.FunctionRole),
        new("one more action on the user pool",
            "Action: cognito-idp:AdminAddUserToGroup",
            "Action: [cognito-idp:AdminAddUserToGroup, cognito-idp:AdminRemoveUserFromGroup]",
            RoleChecks.FunctionRole),
        new("any user pool", "- !GetAtt UserPool.Arn\n", "- \"*\"\n", RoleChecks.FunctionRole),
        new("any log group", "Resource: !GetAtt FunctionLogGroup.Arn", "Resource: \"*\"", RoleChecks.FunctionRole),
        new("a statement that allows all but something",
            "Action: lambda:InvokeFunction",
            "NotAction: lambda:DeleteFunction",
            RoleChecks.DataSourceRole),
        new("any function",
            "Resource: !GetAtt Function.Arn",
            "Resource: !Sub \"${Function.Arn}*\"",
            RoleChecks.DataSourceRole),
        new("trust without a condition",
            """
                        Condition:
                          StringEquals: { aws:SourceAccount: !Ref AWS::AccountId }
                          ArnEquals:
                            aws:SourceArn: !Sub
                              - arn:${AWS::Partition}:appsync:${AWS::Region}:${AWS::AccountId}:apis/${ApiId}
                              - ApiId: !If [CreatesApi, !GetAtt GraphQLApi.ApiId, !Ref GraphQLApiId]

            """,
            "",
            RoleChecks.DataSourceRole),
        new("trust for any account",
            "StringEquals: { aws:SourceAccount: !Ref AWS::AccountId }\n",
            "StringLike: { aws:SourceAccount: \"*\" }\n",
            RoleChecks.DataSourceRole),
        new("trust for the APIs of the account", ":apis/${ApiId}", ":apis/*", RoleChecks.DataSourceRole),
        new("trust for another service",
            "Principal: { Service: appsync.amazonaws.com }",
            "Principal: { Service: lambda.amazonaws.com }",
            RoleChecks.DataSourceRole),
        new("trust for one more service",
            "Principal: { Service: lambda.amazonaws.com }",
            "Principal: { Service: [lambda.amazonaws.com, edgelambda.amazonaws.com] }",
            RoleChecks.FunctionRole),
        new("a managed policy beside the role's own",
            "  FunctionRole:\n    Type: AWS::IAM::Role\n    Properties:\n",
            "  FunctionRole:\n    Type: AWS::IAM::Role\n    Properties:\n      ManagedPolicyArns: [arn:aws:iam::aws:policy/PowerUserAccess]\n",
            RoleChecks.FunctionRole),
        new("policies of SAM's in place of the role",
            "Role: !GetAtt FunctionRole.Arn",
            "Policies: [AmazonCognitoPowerUser]",
            FunctionChecks.Properties),
        new("a role of somebody else's",
            "Role: !GetAtt FunctionRole.Arn",
            "Role: !GetAtt DataSourceRole.Arn",
            FunctionChecks.Role),
        new("a public address for the function",
            "Tracing: Active",
            "Tracing: Active\n      FunctionUrlConfig: { AuthType: NONE }",
            FunctionChecks.Properties),
        new("no user pool on the API",
            """
                  AdditionalAuthenticationProviders:
                    - AuthenticationType: AMAZON_COGNITO_USER_POOLS
                      UserPoolConfig:
                        UserPoolId: !If [CreatesUserPool, !Ref UserPool, !Ref UserPoolId]
                        AwsRegion: !Ref AWS::Region

            """,
            "",
            ApiChecks.Api),
        new("an API key as default", "AuthenticationType: AWS_IAM", "AuthenticationType: API_KEY", ApiChecks.Api),
        new("a resolver that may come before its field",
            "Schema: !If [CreatesApi, !Ref GraphQLSchema, !Ref AWS::NoValue]",
            "Schema: none",
            ApiChecks.Schema),
        new("batches, which the function refuses",
            "Kind: UNIT",
            "Kind: UNIT\n      MaxBatchSize: 5",
            ApiChecks.Resolver),
        new("a resolver of another field", "FieldName: addUserToGroup", "FieldName: addUser", SchemaChecks.Resolver),
        new("a handler with a colon",
            "Handler: AddUserToGroup",
            "Handler: AddUserToGroup::AddUserToGroup.Function::HandleAsync",
            FunctionChecks.Code),
        new("a handler in other letters", "Handler: AddUserToGroup", "Handler: addUserToGroup", FunctionChecks.Code),
        new("another runtime", "Runtime: dotnet10", "Runtime: dotnet8", FunctionChecks.Code),
        new("the wrong folder", "CodeUri: src/AddUserToGroup", "CodeUri: src", FunctionChecks.Code),
        new("a missing setting", "          ASSIGNABLE_GROUPS: !Ref AssignableGroups\n", "", FunctionChecks.Settings),
        new("a misspelt setting", "USER_POOL_ISSUER: !If", "USERPOOL_ISSUER: !If", FunctionChecks.Settings),
        new("the issuer of no pool",
            "- !GetAtt UserPool.ProviderURL",
            "- !GetAtt UserPool.ProviderName",
            FunctionChecks.Settings),
        new("a function that outlasts AppSync", "Timeout: 10", "Timeout: 30", FunctionChecks.Timeout),
        new("a level that drops additions",
            "AllowedValues: [TRACE, DEBUG, INFO]",
            "AllowedValues: [TRACE, DEBUG, INFO, WARN]",
            FunctionChecks.Log),
        new("a log that goes with the stack",
            "    # The record of who made whom a member of what outlives the stack.\n    DeletionPolicy: RetainExceptOnCreate\n",
            "",
            ResourceChecks.Retention),
        new("an open user pool",
            "AllowAdminCreateUserOnly: true",
            "AllowAdminCreateUserOnly: false",
            UserPoolChecks.Pool),
        new("passwords sent in the clear",
            "ExplicitAuthFlows: [ALLOW_USER_SRP_AUTH, ",
            "ExplicitAuthFlows: [ALLOW_USER_PASSWORD_AUTH, ",
            UserPoolChecks.Client),
        new("another group of administrators",
            "GroupName: ADMINS",
            "GroupName: Admins",
            UserPoolChecks.Administrators),
        new("the administrator's membership before the administrator",
            "    DependsOn: Administrator\n",
            "",
            UserPoolChecks.Administrators),
        new("a misspelt outcome in a metric filter",
            "\"Unauthorized\" ||",
            "\"Unauthorised\" ||",
            AlarmChecks.Outcomes),
        new("a pattern on what no line has",
            "{ $.outcome = \"Throttled\" }",
            "{ $.Outcome = \"Throttled\" }",
            AlarmChecks.Patterns),
        new("an alarm on a metric that nobody counts",
            "MetricName: Refusals\n",
            "MetricName: Refused\n",
            AlarmChecks.Coverage),
        new("a reference to nothing",
            "LambdaConfig: { LambdaFunctionArn: !GetAtt Function.Arn }",
            "LambdaConfig: { LambdaFunctionArn: !Ref Lambda }",
            ApiChecks.DataSource),
        new("a reference to what this mode does not create",
            "Value: !Ref UserPoolClient",
            "Value: !Ref Administrator",
            ResourceChecks.Outputs),
        new("no directive on the mutation",
            ": AddUserToGroupResult @aws_cognito_user_pools(cognito_groups: [\"ADMINS\"])",
            ": AddUserToGroupResult",
            SchemaChecks.DirectiveOnTheMutation),
        new("a directive that lets everybody in",
            "@aws_cognito_user_pools(cognito_groups: [\"ADMINS\"])",
            "@aws_cognito_user_pools",
            SchemaChecks.DirectiveOnTheMutation),
        new("a directive that AppSync ignores here",
            "@aws_cognito_user_pools(cognito_groups",
            "@aws_auth(cognito_groups",
            SchemaChecks.DirectiveOnTheMutation),
        new("a second door",
            "(cognito_groups: [\"ADMINS\"])",
            "(cognito_groups: [\"ADMINS\"]) @aws_iam",
            SchemaChecks.DirectiveOnTheMutation),
        new("no directive on the payload type",
            "type AddUserToGroupResult @aws_cognito_user_pools {",
            "type AddUserToGroupResult {",
            SchemaChecks.DirectiveOnThePayload),
        new("another name for an argument",
            "    userId: String!\n",
            "    username: String!\n",
            SchemaChecks.Mutation),
        new("another name for a field of the answer",
            "\n  userId: String!",
            "\n  user: String!",
            SchemaChecks.Result),
        new("an error type that nobody is told of", "and `InternalError`", "and others", SchemaChecks.ErrorTypes),
        new("an alarm that tells nobody",
            "      AlarmActions: !If [SendsAlarms, [!Ref AlarmTopicArn], !Ref AWS::NoValue]\n\nOutputs:",
            "\nOutputs:",
            AlarmChecks.Actions),
        new("one architecture only",
            "Architectures: [!Ref Architecture]",
            "Architectures: [x86_64]",
            FunctionChecks.Architecture),
        new("one more way to the function",
            "  DataSourceRole:\n",
            "  Permission:\n    Type: AWS::Lambda::Permission\n  DataSourceRole:\n",
            ResourceChecks.Resources),
        new("no query", "  query: Query\n", "", SchemaChecks.Roots),
    ];

    public static TheoryData<string> Names => [.. Faults.Select(fault => fault.Name)];

    [Theory, MemberData(nameof(Names))]
    public void A_fault_is_seen_by_the_check_that_is_there_for_it(string name)
    {
        var fault = Faults.Single(fault => fault.Name == name);
        // The mode that creates the most.
        var mode = Mode.Named("first administrator");
        fault.Check(DeployedFiles.Actual, mode);
        var faulty = fault.Seed(DeployedFiles.Actual);

        var failure = Record.Exception(() => fault.Check(faulty, mode));

        Assert.True(failure is XunitException or TemplateException, $"Seen as: {failure?.ToString() ?? "nothing"}");
    }
}
