using System.Runtime.CompilerServices;
using AddUserToGroup.Cognito;
using Amazon.Runtime;

namespace AddUserToGroup.Tests.Cognito;

/// <summary>
/// The times and counts that ship. Lambda gives the function 10 seconds, of which <see cref="FunctionTests"/> keeps half a
/// second back.
/// </summary>
public sealed class ShippedValuesTests
{
    [Fact]
    public void Gives_an_attempt_two_and_a_half_seconds_at_the_most_so_that_there_is_time_for_another()
    {
        using var connection = new CognitoConnection();

        Assert.Equal(TimeSpan.FromSeconds(2.5), Http(connection).Timeout);
    }

    [Fact]
    public void Gives_connecting_a_second_at_the_most_follows_no_redirect_and_keeps_no_cookie()
    {
        using var connection = new CognitoConnection();
        var outermost = Assert.IsType<CognitoHttpHandler>(Handler(Http(connection)));
        var sockets = Assert.IsType<SocketsHttpHandler>(outermost.InnerHandler);

        Assert.Equal(TimeSpan.FromSeconds(1), sockets.ConnectTimeout);
        Assert.False(sockets.AllowAutoRedirect);
        Assert.False(sockets.UseCookies);
        Assert.Null(sockets.SslOptions.RemoteCertificateValidationCallback);
    }

    [Fact]
    public void Makes_three_attempts_whose_times_the_client_alone_limits()
    {
        using var connection = new CognitoConnection();
        var config = CognitoUserGroups.ClientConfig(connection);

        Assert.Equal((RequestRetryMode.Standard, 2), (config.RetryMode, config.MaxErrorRetry));
        Assert.Same(connection, config.HttpClientFactory);
        Assert.Null(config.Timeout);
    }

    private static HttpClient Http(CognitoConnection connection) =>
        connection.CreateHttpClient(CognitoUserGroups.ClientConfig(connection));

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_handler")]
    private static extern ref HttpMessageHandler Handler(HttpMessageInvoker client);
}
