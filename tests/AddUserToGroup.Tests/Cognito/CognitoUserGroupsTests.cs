using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using AddUserToGroup.Cognito;
using AddUserToGroup.Results;
using AddUserToGroup.Shared.Faults;
using AddUserToGroup.Shared.Signing;
using AddUserToGroup.Tests.Properties;
using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using Amazon.Runtime;

namespace AddUserToGroup.Tests.Cognito;

public sealed class CognitoUserGroupsTests
{
    [Fact]
    public async Task A_success_has_Cognitos_request_id()
    {
        await using var cognito = new CognitoEndpoint();
        using var client = new ShippedClient(cognito.Address);

        Assert.Equal(MutationResult.Success(new Membership("ann@example.com", "EDITORS"), "cognito-1"), await client.AddAsync());
    }

    public static TheoryData<string> ValidNames => [.. Samples.ValidNames];

    [Theory]
    [MemberData(nameof(ValidNames))]
    public async Task The_request_is_signed_and_has_the_names_unchanged(string literal)
    {
        var name = JsonSerializer.Deserialize<string>(literal)!;
        await using var cognito = new CognitoEndpoint();
        using var client = new ShippedClient(cognito.Address, credentials: new SessionAWSCredentials("AKIDEXAMPLE", "secret", "session"));

        await client.AddAsync(name);

        var request = Assert.Single(cognito.Requests).Split("\r\n\r\n", 2);
        var headers = request[0].Split("\r\n").Skip(1).Select(line => line.Split(": ", 2))
            .ToDictionary(pair => pair[0], pair => pair[1], StringComparer.OrdinalIgnoreCase);
        Assert.StartsWith("POST / HTTP/1.1\r\n", request[0], StringComparison.Ordinal);
        Assert.Equal("AWSCognitoIdentityProviderService.AdminAddUserToGroup", headers["X-Amz-Target"]);
        Assert.Equal("application/x-amz-json-1.1", headers["Content-Type"]);
        Assert.Equal("session", headers["X-Amz-Security-Token"]);
        Assert.True(JsonNode.DeepEquals(
            new JsonObject { ["UserPoolId"] = TestEvents.UserPoolId, ["Username"] = name, ["GroupName"] = "EDITORS" },
            JsonNode.Parse(request[1])));
        var signature = SignatureVersion4.Read(headers["Authorization"])!;
        Assert.Equal($"{headers["X-Amz-Date"][..8]}/us-east-1/cognito-idp/aws4_request", signature.Scope);
        Assert.Equal(signature.Recompute(headers.GetValueOrDefault, Encoding.UTF8.GetBytes(request[1]), "secret"), signature.Signature);
    }

    [Fact]
    public async Task Missing_credentials_are_an_internal_error()
    {
        await using var cognito = new CognitoEndpoint();
        using var client = new ShippedClient(cognito.Address, credentials: new NoCredentials());

        Assert.Equal(
            MutationResult.Failed(Failure.InternalError(
                "AmazonClientException: the AWS SDK has no usable credentials, Region or endpoint, or cannot read the response")),
            await client.AddAsync());
        Assert.Empty(cognito.Requests);
    }

    [Fact]
    public async Task The_wait_ends_at_the_deadline_even_if_the_SDK_ignores_it()
    {
        using var client = new DeafClient();
        using var deadline = new CancellationTokenSource();

        var adding = new CognitoUserGroups(client, TestEvents.UserPoolId).AddAsync(ShippedClient.Permitted(), deadline.Token);
        await deadline.CancelAsync();

        // The limit makes an endless wait fail.
        Assert.Equal("Unavailable", (await adding.WaitAsync(TimeSpan.FromSeconds(30))).Outcome);
    }

    private sealed class NoCredentials : AWSCredentials
    {
        public override ImmutableCredentials GetCredentials() => throw new AmazonClientException("secret");
    }

    private sealed class DeafClient() : AmazonCognitoIdentityProviderClient(
        new BasicAWSCredentials("AKIDEXAMPLE", "secret"),
        new AmazonCognitoIdentityProviderConfig { ServiceURL = "http://localhost", AuthenticationRegion = "us-east-1" })
    {
        public override Task<AdminAddUserToGroupResponse> AdminAddUserToGroupAsync(
            AdminAddUserToGroupRequest request, CancellationToken cancellationToken = default) =>
            new TaskCompletionSource<AdminAddUserToGroupResponse>().Task;
    }
}
