using System.Net;
using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using Amazon.Runtime;

namespace AddUserToGroup.Tests.StandIns;

public sealed class CognitoFailureTests
{
    public static TheoryData<Type, int> Modelled => new()
    {
        { typeof(UserNotFoundException), 400 },
        { typeof(ResourceNotFoundException), 400 },
        { typeof(TooManyRequestsException), 400 },
        { typeof(NotAuthorizedException), 400 },
        { typeof(InvalidParameterException), 400 },
        { typeof(InternalErrorException), 500 },
    };

    [Theory]
    [MemberData(nameof(Modelled))]
    public async Task An_error_that_Cognito_models_has_its_own_exception(Type type, int status)
    {
        ArgumentNullException.ThrowIfNull(type);

        var exception = await FailureAsync(status, $$"""{"__type":"{{type.Name}}","message":"Because."}""");

        Assert.IsType(type, exception);
        Assert.IsType<AmazonCognitoIdentityProviderException>(exception, exactMatch: false);
        Assert.Equal("Because.", exception.Message);
        Assert.Equal(type.Name, exception.ErrorCode);
        Assert.Equal((HttpStatusCode)status, exception.StatusCode);
        Assert.Equal("request-9", exception.RequestId);
    }

    [Theory]
    [InlineData("""{"__type":"com.amazonaws.cognito.identity.idp.model#UserNotFoundException","Message":"Because."}""")]
    [InlineData("""{"__type":"UserNotFoundException:http://internal.amazon.com/","message":"Because."}""")]
    [InlineData("""{"code":"UserNotFoundException","message":"Because.","more":{"message":"not this"}}""")]
    public async Task The_error_is_known_by_its_name_alone(string body)
    {
        var exception = await FailureAsync(400, body);

        Assert.IsType<UserNotFoundException>(exception);
        Assert.Equal("UserNotFoundException", exception.ErrorCode);
        Assert.Equal("Because.", exception.Message);
    }

    [Fact]
    public async Task The_error_may_be_named_by_a_header()
    {
        await using var cognito = await CognitoServer.StartAsync(context =>
        {
            context.Response.Headers["x-amzn-ErrorType"] = "ResourceNotFoundException:http://internal.amazon.com/";
            return CognitoServer.AnswerAsync(context, 400, """{"message":"Group not found."}""");
        });
        using var client = cognito.Client();

        var exception = await Assert.ThrowsAsync<ResourceNotFoundException>(
            () => client.AdminAddUserToGroupAsync(CognitoServer.Request));

        Assert.Equal("Group not found.", exception.Message);
    }

    [Theory]
    [InlineData(400, """{"__type":"AccessDeniedException","Message":"No."}""", "AccessDeniedException", "No.")]
    [InlineData(400, """{"__type":"ThrottlingException","message":"Rate."}""", "ThrottlingException", "Rate.")]
    [InlineData(400, "garbage", null, "The service returned an error with HTTP Body: garbage")]
    [InlineData(404, "", null, "The service returned an error. See inner exception for details.")]
    [InlineData(503, "", null, "The service returned an error. See inner exception for details.")]
    public async Task Any_other_error_is_the_services_own_exception(
        int status, string body, string? code, string message)
    {
        var exception = await FailureAsync(status, body);

        Assert.IsType<AmazonCognitoIdentityProviderException>(exception);
        Assert.Equal(code, exception.ErrorCode);
        Assert.Equal(message, exception.Message);
        Assert.Equal((HttpStatusCode)status, exception.StatusCode);
    }

    [Theory]
    [MemberData(nameof(Modelled))]
    public void Exceptions_can_be_made_for_tests(Type type, int status)
    {
        ArgumentNullException.ThrowIfNull(type);

        var exception = (AmazonServiceException)Activator.CreateInstance(
            type, "Because.", ErrorType.Sender, "Code", "request-9", (HttpStatusCode)status)!;

        Assert.Equal(("Because.", "Code", "request-9"), (exception.Message, exception.ErrorCode, exception.RequestId));
        Assert.Equal((ErrorType.Sender, (HttpStatusCode)status), (exception.ErrorType, exception.StatusCode));
        Assert.Equal("Because.", ((Exception)Activator.CreateInstance(type, "Because.")!).Message);
    }

    private static async Task<AmazonServiceException> FailureAsync(int status, string body)
    {
        await using var cognito =
            await CognitoServer.StartAsync(context => CognitoServer.AnswerAsync(context, status, body));
        using var client = cognito.Client(config => config.MaxErrorRetry = 0);

        return await Assert.ThrowsAnyAsync<AmazonServiceException>(
            () => client.AdminAddUserToGroupAsync(CognitoServer.Request));
    }
}
