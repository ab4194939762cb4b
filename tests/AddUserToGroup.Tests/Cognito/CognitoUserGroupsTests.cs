using System.Text;
using System.Text.Json.Nodes;
using AddUserToGroup.Results;
using AddUserToGroup.Shared.Faults;
using AddUserToGroup.Shared.Signing;
using Amazon.Runtime;

namespace AddUserToGroup.Tests.Cognito;

/// <summary>The wrapper and the SDK's client as they ship, against an endpoint that answers as Cognito does.</summary>
public sealed class CognitoUserGroupsTests
{
    [Fact]
    public async Task Adds_what_Cognito_acknowledges_with_its_request_id()
    {
        await using var cognito = new CognitoEndpoint();

        var result = await ShippedClient.AddAsync(cognito.Address);

        Assert.Equal(MutationResult.Success(new Membership("ann@example.com", "EDITORS"), "cognito-1"), result);
    }

    [Fact]
    public async Task Sends_a_signed_request_with_the_names_as_they_are()
    {
        const string Odd = "\"é\\😀</,";
        await using var cognito = new CognitoEndpoint();

        await ShippedClient.AddAsync(cognito.Address, new SessionAWSCredentials("AKIDEXAMPLE", "secret", "session"), userId: Odd);

        var request = Assert.Single(cognito.Requests).Split("\r\n\r\n", 2);
        var headers = request[0].Split("\r\n").Skip(1).Select(line => line.Split(": ", 2))
            .ToDictionary(pair => pair[0], pair => pair[1], StringComparer.OrdinalIgnoreCase);
        Assert.StartsWith("POST / HTTP/1.1\r\n", request[0], StringComparison.Ordinal);
        Assert.Equal("AWSCognitoIdentityProviderService.AdminAddUserToGroup", headers["X-Amz-Target"]);
        Assert.Equal("application/x-amz-json-1.1", headers["Content-Type"]);
        Assert.Equal("session", headers["X-Amz-Security-Token"]);
        Assert.True(JsonNode.DeepEquals(
            new JsonObject { ["UserPoolId"] = TestEvents.UserPoolId, ["Username"] = Odd, ["GroupName"] = "EDITORS" },
            JsonNode.Parse(request[1])));
        var signature = SignatureVersion4.Read(headers["Authorization"])!;
        Assert.Equal($"{headers["X-Amz-Date"][..8]}/us-east-1/cognito-idp/aws4_request", signature.Scope);
        Assert.Equal(signature.Recompute(headers.GetValueOrDefault, Encoding.UTF8.GetBytes(request[1]), "secret"), signature.Signature);
    }

    [Fact]
    public async Task Leaves_missing_credentials_to_the_operator()
    {
        await using var cognito = new CognitoEndpoint();

        var result = await ShippedClient.AddAsync(cognito.Address, new NoCredentials());

        Assert.Equal(
            MutationResult.Failed(Failure.InternalError(
                "AmazonClientException: the AWS SDK has no usable credentials, Region or endpoint, or cannot read the response")), result);
        Assert.Empty(cognito.Requests);
    }

    private sealed class NoCredentials : AWSCredentials
    {
        public override ImmutableCredentials GetCredentials() => throw new AmazonClientException("secret");
    }
}
