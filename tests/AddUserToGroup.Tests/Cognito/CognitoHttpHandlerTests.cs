using System.Net;
using System.Net.Sockets;
using AddUserToGroup.Cognito;

namespace AddUserToGroup.Tests.Cognito;

public sealed class CognitoHttpHandlerTests
{
    [Fact]
    public async Task A_socket_error_becomes_the_failure_that_the_SDK_retries()
    {
        var thrown = await Assert.ThrowsAsync<HttpRequestException>(
            () => SendAsync(() => throw new SocketException((int)SocketError.NotConnected)));

        Assert.Equal(HttpRequestError.ConnectionError, thrown.HttpRequestError);
        Assert.IsType<SocketException>(thrown.InnerException);
    }

    [Theory]
    [InlineData(-23, true)]
    [InlineData(23, true)]
    [InlineData(-25, false)]
    [InlineData(25, false)]
    public async Task An_error_keeps_a_date_that_is_less_than_a_day_away(int hours, bool isKept)
    {
        using var error = new HttpResponseMessage(HttpStatusCode.BadRequest);
        error.Headers.Date = DateTimeOffset.UtcNow.AddHours(hours);

        Assert.Equal(isKept, (await SendAsync(() => error)).Headers.Date is not null);
    }

    [Fact]
    public async Task An_error_that_is_too_long_closes_its_connection()
    {
        using var body = new MemoryStream(new byte[CognitoHttpHandler.MaxLength + 1]);
        using var error = new HttpResponseMessage(HttpStatusCode.BadRequest) { Content = new StreamContent(body) };

        await Assert.ThrowsAsync<HttpRequestException>(() => SendAsync(() => error));

        Assert.False(body.CanRead);
    }

    private static async Task<HttpResponseMessage> SendAsync(Func<HttpResponseMessage> respond)
    {
        using var network = new FakeNetwork(respond);
        using var handler = new CognitoHttpHandler(network);
        using var client = new HttpClient(handler);
        return await client.GetAsync(new Uri("http://localhost"));
    }

    private sealed class FakeNetwork(Func<HttpResponseMessage> respond) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(respond());
    }
}
