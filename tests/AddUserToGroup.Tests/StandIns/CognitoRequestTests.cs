using System.Net;
using System.Text.Json;
using Amazon.CognitoIdentityProvider.Model;
using Amazon.Runtime;

namespace AddUserToGroup.Tests.StandIns;

public sealed class CognitoRequestTests
{
    [Fact]
    public async Task The_call_is_the_one_that_Cognito_documents()
    {
        await using var cognito = await CognitoServer.StartAsync();
        using var client = cognito.Client();

        await client.AdminAddUserToGroupAsync(CognitoServer.Request);

        var request = Assert.Single(cognito.Received);
        Assert.Equal("POST /", $"{request.Method} {request.Path}");
        Assert.Equal("AWSCognitoIdentityProviderService.AdminAddUserToGroup", request.Headers["X-Amz-Target"]);
        Assert.Equal("application/x-amz-json-1.1", request.Headers["Content-Type"]);
        Assert.Equal("2016-04-18", request.Headers["x-amz-api-version"]);
        Assert.Matches(
            @"^aws-sdk-dotnet-\S+/4\.0\.9\S* .* api/Cognito Identity Provider#4\.0\.9",
            request.Headers["User-Agent"]);
        using var body = JsonDocument.Parse(request.Body);
        Assert.Equal(
            ["GroupName=EDITORS", "UserPoolId=eu-west-1_Example", "Username=ann@example.com"],
            body.RootElement.EnumerateObject().Select(member => $"{member.Name}={member.Value}").Order());
    }

    [Fact]
    public async Task Any_text_arrives_as_it_was()
    {
        await using var cognito = await CognitoServer.StartAsync();
        using var client = cognito.Client();

        var oddValues = new AdminAddUserToGroupRequest { Username = "\"é\\😀</,", GroupName = "" };
        await client.AdminAddUserToGroupAsync(oddValues);

        using var body = JsonDocument.Parse(Assert.Single(cognito.Received).Body);
        Assert.Equal("\"é\\😀</,", body.RootElement.GetProperty("Username").GetString());
        Assert.Equal("", body.RootElement.GetProperty("GroupName").GetString());
        Assert.False(body.RootElement.TryGetProperty("UserPoolId", out _));
    }

    [Fact]
    public async Task The_request_is_signed_for_Cognito_in_its_region()
    {
        await using var cognito = await CognitoServer.StartAsync();
        using var client = cognito.Client();

        await client.AdminAddUserToGroupAsync(CognitoServer.Request);

        var request = Assert.Single(cognito.Received);
        var signature = SignatureVersion4.Of(request);
        Assert.Equal(CognitoServer.AccessKey, signature.AccessKey);
        Assert.Equal($"{request.Headers["X-Amz-Date"][..8]}/eu-west-1/cognito-idp/aws4_request", signature.Scope);
        Assert.Equal(signature.Recompute(request, CognitoServer.SecretKey), signature.Signature);
        Assert.Subset(
            signature.SignedHeaders.Split(';').ToHashSet(),
            new HashSet<string> { "content-type", "host", "x-amz-date", "x-amz-target" });
    }

    [Fact]
    public async Task A_session_token_is_sent_and_signed()
    {
        await using var cognito = await CognitoServer.StartAsync();
        var credentials = new SessionAWSCredentials(CognitoServer.AccessKey, CognitoServer.SecretKey, "session-token");
        using var client = cognito.Client(credentials: credentials);

        await client.AdminAddUserToGroupAsync(CognitoServer.Request);

        var request = Assert.Single(cognito.Received);
        var signature = SignatureVersion4.Of(request);
        Assert.Equal("session-token", request.Headers["X-Amz-Security-Token"]);
        Assert.Contains("x-amz-security-token", signature.SignedHeaders.Split(';'));
        Assert.Equal(signature.Recompute(request, CognitoServer.SecretKey), signature.Signature);
    }

    [Fact]
    public async Task The_response_tells_the_request_ID_and_the_status()
    {
        await using var cognito = await CognitoServer.StartAsync();
        using var client = cognito.Client();

        var response = await client.AdminAddUserToGroupAsync(CognitoServer.Request);

        Assert.Equal("request-9", response.ResponseMetadata.RequestId);
        Assert.Equal(HttpStatusCode.OK, response.HttpStatusCode);
    }
}
