using System.Net.Sockets;

namespace AddUserToGroup.Cognito;

/// <summary>
/// Stands between the SDK and the network. Reads the body of an error before the SDK does: within the time of the attempt,
/// and no more than an error of Cognito's could have. The SDK waits for the rest of a stalled one without a limit of its own,
/// and holds a long one in memory several times over. A success has no body that anyone reads.
/// </summary>
internal sealed class CognitoHttpHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    /// <summary>
    /// Bytes; an error of Cognito's has a few hundred, and the longest of AWS's, which quotes the request, a few thousand.
    /// The SDK's reader takes time by the square of the white space in one, and nothing cancels it: 0.5 s of CPU for 8 KiB,
    /// 30 s for 64 KiB (AWSSDK.Core 4.1.0).
    /// </summary>
    public const int MaxLength = 8 * 1024;

    // The SDK puts its clock right by the date of an error, whatever that is, and keeps it so. With one near the end of time
    // it could not date another request.
    private static readonly TimeSpan MostSkew = TimeSpan.FromDays(1);

    /// <exception cref="HttpRequestException">
    /// There is no connection, or the body of an error is longer than <see cref="MaxLength"/> or ends too early.
    /// </exception>
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await ConnectAndSendAsync(request, cancellationToken);
        try
        {
            if (!response.IsSuccessStatusCode)
            {
                await response.Content.LoadIntoBufferAsync(MaxLength, cancellationToken);
                if (response.Headers.Date is { } date && (date - DateTimeOffset.UtcNow).Duration() > MostSkew)
                {
                    response.Headers.Date = null;
                }
            }

            return response;
        }
        catch
        {
            // Its connection is still in the midst of the body.
            response.Dispose();
            throw;
        }
    }

    private async Task<HttpResponseMessage> ConnectAndSendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return await base.SendAsync(request, cancellationToken);
        }
        catch (SocketException exception)
        {
            // A connection that is reset as soon as it is made: SocketsHttpHandler lets it through as it is, and the SDK
            // would neither know nor retry it.
            throw new HttpRequestException(HttpRequestError.ConnectionError, exception.Message, exception);
        }
    }
}
