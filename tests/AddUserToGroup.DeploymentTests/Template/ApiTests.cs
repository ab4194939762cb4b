using AddUserToGroup.DeploymentTests.Template.Evaluation;

namespace AddUserToGroup.DeploymentTests.Template;

/// <summary>The API and its log, and the way from the mutation to the function.</summary>
public sealed class ApiTests
{
    private const string LogKey = "arn:aws:kms:eu-central-1:111122223333:key/1a2b3c4d-1111-2222-3333-444455556666";

    [Fact]
    public void Lets_the_users_of_the_pool_in_beside_IAM()
    {
        var api = Mode.Named("existing user pool").Deploy().Properties("GraphQLApi");

        Assert.Equal("AWS_IAM", Evaluator.Text(api["AuthenticationType"]));
        Expect.Json(
            """
            [
              {
                "AuthenticationType": "AMAZON_COGNITO_USER_POOLS",
                "UserPoolConfig": { "UserPoolId": "eu-central-1_AbCdEf123", "AwsRegion": "eu-central-1" }
              }
            ]
            """,
            api["AdditionalAuthenticationProviders"]);
    }

    [Fact]
    public void Logs_refusals_and_no_token() => Expect.Json(
        """{ "CloudWatchLogsRoleArn": "<GraphQLApiLogRole.Arn>", "FieldLogLevel": "ERROR", "ExcludeVerboseContent": "true" }""",
        Mode.All[0].Deploy().Properties("GraphQLApi")["LogConfig"]);

    [Fact]
    public void Keeps_both_logs_equally_long_under_the_key_that_is_given()
    {
        var byDefault = Mode.All[0].Deploy();
        var deployment = Mode.All[0].Deploy(("LogRetentionInDays", "731"), ("LogKeyArn", LogKey));

        Expect.Json("""{ "RetentionInDays": "365" }""", byDefault.Properties("FunctionLogGroup"));
        Expect.Json($$"""{ "RetentionInDays": "731", "KmsKeyId": "{{LogKey}}" }""", deployment.Properties("FunctionLogGroup"));
        Expect.Json(
            $$"""{ "LogGroupName": "/aws/appsync/apis/<GraphQLApi.ApiId>", "RetentionInDays": "731", "KmsKeyId": "{{LogKey}}" }""",
            deployment.Properties("GraphQLApiLogGroup"));
    }

    [Theory, EveryMode]
    public void Hands_the_mutation_to_the_function_one_by_one(string name)
    {
        var mode = Mode.Named(name);
        var deployment = mode.Deploy();
        var resolver = deployment.Properties("Resolver");

        Assert.Equal("<DataSource.Name>", Evaluator.Text(resolver["DataSourceName"]));
        Assert.Equal("<Function.Arn>", Evaluator.Text(deployment.Properties("DataSource")["LambdaConfig"]!["LambdaFunctionArn"]));
        Assert.Equal(mode.ApiId, Evaluator.Text(resolver["ApiId"]));
        Assert.Equal(mode.ApiId, Evaluator.Text(deployment.Properties("DataSource")["ApiId"]));
        Assert.Contains(Evaluator.Text(resolver["FieldName"]), SchemaTests.Fields(Evaluator.Text(resolver["TypeName"])));
        // The function refuses batches.
        Assert.False(resolver.ContainsKey("MaxBatchSize"));
    }
}
