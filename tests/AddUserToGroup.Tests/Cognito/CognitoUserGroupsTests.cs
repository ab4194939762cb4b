using System.Text.Json.Nodes;
using AddUserToGroup.AppSync;
using AddUserToGroup.Cognito;
using AddUserToGroup.Rules;
using AddUserToGroup.Tests.Http;
using Amazon.CognitoIdentityProvider;
using Amazon.Runtime;
using Microsoft.AspNetCore.Http;

namespace AddUserToGroup.Tests.Cognito;

/// <summary>The wrapper and the SDK's client as they ship, against a server that answers as the test says.</summary>
public sealed class CognitoUserGroupsTests
{
    [Fact]
    public async Task Adds_what_Cognito_acknowledges_with_its_request_id()
    {
        await using var cognito = await StartAsync();

        var result = await ShippedClient.AddAsync(cognito.Address);

        Assert.Equal(
            (Outcome.Added, "The user is in the group.", "cognito-1", null),
            (result.Outcome, result.Message, result.CognitoRequestId, result.Reason));
        Assert.Equal(("ann@example.com", "EDITORS"), (result.Added?.UserId, result.Added?.GroupName));
        var request = Assert.Single(cognito.Received);
        Assert.Equal("AWSCognitoIdentityProviderService.AdminAddUserToGroup", request.Headers["X-Amz-Target"]);
        Assert.Equal("application/x-amz-json-1.1", request.Headers["Content-Type"]);
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse("""{"UserPoolId":"us-east-1_LocalPool","Username":"ann@example.com","GroupName":"EDITORS"}"""),
            JsonNode.Parse(request.Text)));
        Assert.Contains("/us-east-1/cognito-idp/aws4_request", request.Headers["Authorization"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leaves_missing_credentials_to_the_operator()
    {
        await using var cognito = await StartAsync();

        var result = await ShippedClient.AddAsync(cognito.Address, new NoCredentials());

        Assert.Equal(
            MutationResult.InternalError("AmazonClientException: the AWS SDK has no usable credentials, Region or endpoint, or cannot read the answer"), result);
        Assert.Empty(cognito.Received);
    }

    private static Task<LoopbackServer> StartAsync() => LoopbackServer.StartAsync((_, context) =>
    {
        context.Response.Headers["x-amzn-RequestId"] = "cognito-1";
        return context.Response.WriteAsync("{}");
    });

    private sealed class NoCredentials : AWSCredentials
    {
        public override ImmutableCredentials GetCredentials() => throw new AmazonClientException("secret");
    }
}
