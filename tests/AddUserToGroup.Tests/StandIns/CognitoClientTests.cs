using System.Net;
using System.Text.Json;
using AddUserToGroup.Shared.Signing;
using Amazon;
using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;

namespace AddUserToGroup.Tests.StandIns;

[Collection(ProcessWideState.Name)]
public sealed class CognitoClientTests
{
    public static TheoryData<Type, int> ModelledErrors => new()
    {
        { typeof(UserNotFoundException), 400 },
        { typeof(ResourceNotFoundException), 400 },
        { typeof(TooManyRequestsException), 400 },
        { typeof(NotAuthorizedException), 400 },
        { typeof(InvalidParameterException), 400 },
        { typeof(InternalErrorException), 500 },
    };

    [Fact]
    public async Task Sends_the_request_that_Cognito_documents()
    {
        await using var cognito = await CognitoServer.StartAsync();
        using var client = cognito.Client();
        var odd = CognitoServer.Request;
        odd.Username = "\"é\\😀</,";

        var response = await client.AdminAddUserToGroupAsync(odd);

        Assert.Equal((HttpStatusCode.OK, "request-9"), (response.HttpStatusCode, response.ResponseMetadata.RequestId));
        var request = Assert.Single(cognito.Received);
        Assert.Equal("POST /", $"{request.Method} {request.Path}");
        Assert.Equal("AWSCognitoIdentityProviderService.AdminAddUserToGroup", request.Headers["X-Amz-Target"]);
        Assert.Equal("application/x-amz-json-1.1", request.Headers["Content-Type"]);
        using var body = JsonDocument.Parse(request.Body);
        Assert.Equal(
            ["GroupName=EDITORS", "UserPoolId=eu-west-1_Example", "Username=\"é\\😀</,"],
            body.RootElement.EnumerateObject().Select(member => $"{member.Name}={member.Value}").Order());
    }

    [Fact]
    public async Task Signs_the_request_and_the_session_token_for_Cognito_in_its_Region()
    {
        await using var cognito = await CognitoServer.StartAsync();
        var credentials = new SessionAWSCredentials(CognitoServer.AccessKey, CognitoServer.SecretKey, "session-token");
        using var client = cognito.Client(credentials: credentials);

        await client.AdminAddUserToGroupAsync(CognitoServer.Request);

        var request = Assert.Single(cognito.Received);
        var signature = SignatureVersion4.Read(request.Headers["Authorization"])!;
        Assert.Equal(CognitoServer.AccessKey, signature.AccessKeyId);
        Assert.Equal($"{request.Headers["X-Amz-Date"][..8]}/eu-west-1/cognito-idp/aws4_request", signature.Scope);
        Assert.Equal("session-token", request.Headers["X-Amz-Security-Token"]);
        Assert.Subset(
            signature.SignedHeaders.Split(';').ToHashSet(),
            new HashSet<string> { "content-type", "host", "x-amz-date", "x-amz-security-token", "x-amz-target" });
        Assert.Equal(signature.Recompute(request.Headers.GetValueOrDefault, request.Body.Span, CognitoServer.SecretKey), signature.Signature);
    }

    [Theory]
    [InlineData("eu-west-1", "https://cognito-idp.eu-west-1.amazonaws.com/")]
    [InlineData("us-gov-west-1", "https://cognito-idp.us-gov-west-1.amazonaws.com/")]
    [InlineData("cn-north-1", "https://cognito-idp.cn-north-1.amazonaws.com.cn/")]
    public void Goes_to_the_endpoint_of_the_Region(string region, string endpoint)
    {
        using var environment = new EnvironmentScope(
            [new("AWS_ENDPOINT_URL", null), new("AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER", null)]);
        var config = new AmazonCognitoIdentityProviderConfig { RegionEndpoint = RegionEndpoint.GetBySystemName(region) };

        var resolved = config.DetermineServiceOperationEndpoint(new ServiceOperationEndpointParameters(CognitoServer.Request));

        Assert.Equal(endpoint, resolved.URL);
    }

    [Fact]
    public async Task Takes_endpoint_Region_and_credentials_from_the_environment()
    {
        await using var cognito = await CognitoServer.StartAsync();
        using var environment = new EnvironmentScope(
        [
            new("AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER", cognito.Address.ToString()),
            new("AWS_REGION", "eu-west-1"),
            new("AWS_ACCESS_KEY_ID", CognitoServer.AccessKey),
            new("AWS_SECRET_ACCESS_KEY", CognitoServer.SecretKey),
            new("AWS_SESSION_TOKEN", null),
        ]);
        using var client = new AmazonCognitoIdentityProviderClient(new AmazonCognitoIdentityProviderConfig());

        await client.AdminAddUserToGroupAsync(CognitoServer.Request);

        var request = Assert.Single(cognito.Received);
        var signature = SignatureVersion4.Read(request.Headers["Authorization"])!;
        Assert.EndsWith("/eu-west-1/cognito-idp/aws4_request", signature.Scope, StringComparison.Ordinal);
        Assert.Equal(signature.Recompute(request.Headers.GetValueOrDefault, request.Body.Span, CognitoServer.SecretKey), signature.Signature);
    }

    [Theory]
    [MemberData(nameof(ModelledErrors))]
    public async Task Throws_the_exception_of_an_error_that_Cognito_models(Type type, int status)
    {
        ArgumentNullException.ThrowIfNull(type);

        var exception = await FailureAsync(status, $$"""{"__type":"{{type.Name}}","message":"Because."}""");

        Assert.IsType(type, exception);
        Assert.IsType<AmazonCognitoIdentityProviderException>(exception, exactMatch: false);
        Assert.Equal(("Because.", type.Name, "request-9"), (exception.Message, exception.ErrorCode, exception.RequestId));
        Assert.Equal((HttpStatusCode)status, exception.StatusCode);
    }

    [Theory]
    [InlineData(400, """{"__type":"AccessDeniedException","Message":"No."}""", "AccessDeniedException")]
    [InlineData(400, """{"__type":"ThrottlingException","message":"Rate."}""", "ThrottlingException")]
    [InlineData(400, "garbage", null)]
    [InlineData(503, "", null)]
    public async Task Throws_the_services_own_exception_for_any_other_error(int status, string body, string? code)
    {
        var exception = await FailureAsync(status, body);

        Assert.IsType<AmazonCognitoIdentityProviderException>(exception);
        Assert.Equal((code, (HttpStatusCode)status), (exception.ErrorCode, exception.StatusCode));
    }

    [Theory]
    [InlineData("""{"__type":"UserNotFoun""")]
    [InlineData("""{"__type":"UserNotFoundException","message":"…" """)]
    public async Task Takes_an_error_that_is_cut_off_for_none_of_Cognitos(string body)
    {
        var exception = await FailureAsync(400, body);

        Assert.IsType<AmazonUnmarshallingException>(exception);
    }

    private static async Task<AmazonServiceException> FailureAsync(int status, string body)
    {
        await using var cognito =
            await CognitoServer.StartAsync(context => CognitoServer.RespondAsync(context, status, body));
        using var client = cognito.Client(config => config.MaxErrorRetry = 0);

        return await Assert.ThrowsAnyAsync<AmazonServiceException>(
            () => client.AdminAddUserToGroupAsync(CognitoServer.Request));
    }
}
