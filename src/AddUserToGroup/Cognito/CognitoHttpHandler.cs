using System.Net.Sockets;

namespace AddUserToGroup.Cognito;

/// <summary>
/// Handles requests between the SDK and the network. It reads the body of an error before the SDK does, within the time of the
/// attempt and up to <see cref="MaxLength"/>: the SDK waits for the rest of a stalled body without a limit, and keeps several
/// copies of a long one in memory. Nobody reads the body of a success.
/// </summary>
internal sealed class CognitoHttpHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    /// <summary>
    /// In bytes. Cognito's errors have a few hundred. AWS's longest error, which quotes the request, has a few thousand. The SDK's
    /// reader takes quadratic time for white space and cannot be cancelled: 0.5 s of CPU for 8 KiB, 30 s for 64 KiB
    /// (AWSSDK.Core 4.1.0).
    /// </summary>
    public const int MaxLength = 8 * 1024;

    // The SDK adjusts its clock from an error's Date header without a check and keeps that offset. With a date near
    // DateTime.MaxValue, it could sign no other request.
    private static readonly TimeSpan MaxClockSkew = TimeSpan.FromDays(1);

    /// <exception cref="HttpRequestException">
    /// There is no connection, or the body of an error is longer than <see cref="MaxLength"/> or is cut off.
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
                if (response.Headers.Date is { } date && (date - DateTimeOffset.UtcNow).Duration() > MaxClockSkew)
                {
                    response.Headers.Date = null;
                }
            }

            return response;
        }
        catch
        {
            // Its connection cannot be used again: the rest of the body is still on it.
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
            // SocketsHttpHandler throws it if a connection is reset while it is being opened. The SDK would not retry it.
            throw new HttpRequestException(HttpRequestError.ConnectionError, exception.Message, exception);
        }
    }
}
