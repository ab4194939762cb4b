using System.Net;
using Amazon.CognitoIdentityProvider;
using Amazon.Runtime;

namespace AddUserToGroup.Tests.StandIns;

public sealed class CognitoAnswerTests
{
    [Theory]
    [InlineData("{}")]
    [InlineData("")]
    [InlineData("[1,2]")]
    [InlineData("<html>captive portal</html>")]
    public async Task Any_HTTP_200_is_a_success_whatever_its_body(string body)
    {
        await using var cognito = await CognitoServer.StartAsync(context => CognitoServer.AnswerAsync(context, 200, body));
        using var client = cognito.Client();

        var response = await client.AdminAddUserToGroupAsync(CognitoServer.Request);

        Assert.Equal((HttpStatusCode.OK, "request-9"), (response.HttpStatusCode, response.ResponseMetadata.RequestId));
    }

    [Fact]
    public async Task Where_an_answer_has_no_request_ID_it_is_empty()
    {
        await using var cognito = await CognitoServer.StartAsync(_ => Task.CompletedTask);
        using var client = cognito.Client();

        var response = await client.AdminAddUserToGroupAsync(CognitoServer.Request);

        Assert.Empty(response.ResponseMetadata.RequestId);
    }

    [Fact]
    public async Task Half_an_error_is_none_of_Cognitos()
    {
        await using var cognito = await CognitoServer.StartAsync(
            context => CognitoServer.AnswerAsync(context, 400, """{"__type":"UserNotFoun"""));
        using var client = cognito.Client(config => config.MaxErrorRetry = 0);

        var exception = await Assert.ThrowsAsync<AmazonUnmarshallingException>(
            () => client.AdminAddUserToGroupAsync(CognitoServer.Request));

        Assert.Equal((HttpStatusCode.BadRequest, null), (exception.StatusCode, exception.ErrorCode));
    }

    [Fact]
    public void Left_alone_a_client_retries_as_AWS_has_agreed_on_and_has_no_time_limit()
    {
        var config = new AmazonCognitoIdentityProviderConfig();

        Assert.Equal((RequestRetryMode.Standard, 2), (config.RetryMode, config.MaxErrorRetry));
        Assert.Null(config.Timeout);
        Assert.Null(config.ConnectTimeout);
    }
}
