using System.Runtime.CompilerServices;
using AddUserToGroup.Cognito;
using Amazon.Runtime;

namespace AddUserToGroup.Tests.Cognito;

/// <summary>The timeouts and counts that ship. Lambda gives the function 10 seconds.</summary>
public sealed class ShippedValuesTests
{
    [Fact]
    public void An_attempt_takes_at_most_two_and_a_half_seconds_and_connecting_one()
    {
        using var connection = new CognitoConnection();
        var http = connection.CreateHttpClient(CognitoUserGroups.ClientConfig(connection));
        var handler = Assert.IsType<CognitoHttpHandler>(Handler(http));
        var sockets = Assert.IsType<SocketsHttpHandler>(handler.InnerHandler);

        Assert.Equal((TimeSpan.FromSeconds(2.5), TimeSpan.FromSeconds(1)), (http.Timeout, sockets.ConnectTimeout));
        Assert.False(sockets.UseCookies);
        Assert.Null(sockets.SslOptions.RemoteCertificateValidationCallback);
    }

    [Fact]
    public void The_SDK_makes_three_attempts_and_no_timeout_of_its_own()
    {
        using var connection = new CognitoConnection();
        var config = CognitoUserGroups.ClientConfig(connection);

        Assert.Equal((RequestRetryMode.Standard, 2), (config.RetryMode, config.MaxErrorRetry));
        Assert.Same(connection, config.HttpClientFactory);
        Assert.Null(config.Timeout);
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_handler")]
    private static extern ref HttpMessageHandler Handler(HttpMessageInvoker client);
}
