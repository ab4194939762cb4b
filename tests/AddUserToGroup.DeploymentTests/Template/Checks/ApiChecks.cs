namespace AddUserToGroup.DeploymentTests.Template.Checks;

/// <summary>The API, and the way from the mutation to the function.</summary>
internal static class ApiChecks
{
    public static void Api(DeployedFiles files, Mode mode)
    {
        var apis = files.Deploy(mode).OfType("AWS::AppSync::GraphQLApi").Select(api => api.Value["Properties"]);
        if (!mode.CreatesApi)
        {
            Assert.Empty(apis);
            return;
        }

        Expect.Json(
            $$"""
            {
              "Name": "add-user-to-group",
              "AuthenticationType": "AWS_IAM",
              "AdditionalAuthenticationProviders": [
                {
                  "AuthenticationType": "AMAZON_COGNITO_USER_POOLS",
                  "UserPoolConfig": { "UserPoolId": "{{mode.UserPoolId}}", "AwsRegion": "{{mode.Place.Region}}" }
                }
              ],
              "XrayEnabled": "true",
              "ResolverCountLimit": "10"
            }
            """,
            Assert.Single(apis));
    }

    public static void Schema(DeployedFiles files, Mode mode)
    {
        var deployment = files.Deploy(mode);
        if (!mode.CreatesApi)
        {
            // A schema resource replaces the whole schema of the API: that of somebody else.
            Assert.Empty(deployment.OfType("AWS::AppSync::GraphQLSchema"));
            return;
        }

        Expect.Json(
            """{ "ApiId": "<GraphQLApi.ApiId>", "DefinitionS3Location": "src/appsync/schema.graphql" }""",
            deployment.Properties("GraphQLSchema"));
        Assert.True(deployment.Follows("Resolver", "GraphQLSchema"), "Nothing holds the resolver back until its field is there.");
    }

    public static void DataSource(DeployedFiles files, Mode mode) => Expect.Json(
        $$"""
        {
          "ApiId": "{{mode.ApiId}}",
          "Name": "AddUserToGroup",
          "Type": "AWS_LAMBDA",
          "LambdaConfig": { "LambdaFunctionArn": "<Function.Arn>" },
          "ServiceRoleArn": "<DataSourceRole.Arn>"
        }
        """,
        files.Deploy(mode).Properties("DataSource"));

    /// <summary>Without <c>MaxBatchSize</c>: the function refuses batches.</summary>
    public static void Resolver(DeployedFiles files, Mode mode) => Expect.Json(
        $$"""
        {
          "ApiId": "{{mode.ApiId}}",
          "TypeName": "Mutation",
          "FieldName": "addUserToGroup",
          "Kind": "UNIT",
          "DataSourceName": "<DataSource.Name>",
          "Runtime": { "Name": "APPSYNC_JS", "RuntimeVersion": "1.0.0" },
          "CodeS3Location": "src/appsync/addUserToGroup.js"
        }
        """,
        files.Deploy(mode).Properties("Resolver"));
}
