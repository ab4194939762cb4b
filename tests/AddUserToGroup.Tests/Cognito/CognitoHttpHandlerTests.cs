using System.Net.Sockets;
using AddUserToGroup.Cognito;

namespace AddUserToGroup.Tests.Cognito;

public sealed class CognitoHttpHandlerTests
{
    [Fact]
    public async Task Turns_a_bare_socket_error_into_the_failure_that_the_SDK_tries_again()
    {
        using var reset = new ResetHandler();
        using var handler = new CognitoHttpHandler(reset);
        using var client = new HttpClient(handler);

        var thrown = await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync(new Uri("http://localhost")));

        Assert.Equal(HttpRequestError.ConnectionError, thrown.HttpRequestError);
        Assert.IsType<SocketException>(thrown.InnerException);
    }

    private sealed class ResetHandler : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            throw new SocketException((int)SocketError.NotConnected);
    }
}
