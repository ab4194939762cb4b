using System.Globalization;
using System.Net.Security;
using System.Net.Sockets;
using System.Text;

namespace AddUserToGroup.Shared.Faults;

/// <summary>A client's connection, and what a behaviour can do with it.</summary>
/// <param name="socket">Is closed with this.</param>
/// <param name="onRequest">Is called with each request that was read completely.</param>
/// <param name="onHang">Is called when the endpoint stops sending.</param>
/// <param name="ending">Ends all waiting.</param>
internal sealed class ClientConnection(Socket socket, Action<string> onRequest, Action onHang, CancellationToken ending) : IDisposable
{
    private readonly byte[] _buffer = new byte[64 * 1024];
    private Stream _stream = new NetworkStream(socket);
    private int _length;

    public bool IsOpen { get; private set; } = true;

    /// <summary>Does the server's part of a TLS handshake.</summary>
    public async Task SecureAsync(SslStreamCertificateContext certificate)
    {
        var secured = new SslStream(_stream);
        _stream = secured;
        await secured.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificateContext = certificate }, ending);
    }

    /// <summary>Waits for the first byte of a request; false if the client closed the connection.</summary>
    public async Task<bool> WaitForRequestAsync()
    {
        _length = IsOpen ? await _stream.ReadAsync(_buffer.AsMemory(0, 1), ending) : 0;
        return _length > 0;
    }

    /// <summary>Reads more bytes of the request, at most <paramref name="count"/>.</summary>
    /// <exception cref="EndOfStreamException">The client closed the connection.</exception>
    public async Task ReadAsync(int count)
    {
        var read = await _stream.ReadAsync(_buffer.AsMemory(_length, count), ending);
        _length += read > 0 ? read : throw new EndOfStreamException();
    }

    /// <summary>Reads the request to its end.</summary>
    /// <exception cref="EndOfStreamException">The client closed the connection before.</exception>
    public async Task ReadRequestAsync()
    {
        int headers;
        while ((headers = _buffer.AsSpan(0, _length).IndexOf("\r\n\r\n"u8)) < 0
            || _length < headers + 4 + ContentLength(Encoding.Latin1.GetString(_buffer, 0, headers)))
        {
            await ReadAsync(_buffer.Length - _length);
        }

        onRequest(Encoding.UTF8.GetString(_buffer, 0, _length));
    }

    public async Task WriteAsync(ReadOnlyMemory<byte> bytes)
    {
        await _stream.WriteAsync(bytes, ending);
        await _stream.FlushAsync(ending);
    }

    /// <summary>Sends nothing until the client closes the connection or the endpoint ends.</summary>
    public async Task HangAsync()
    {
        onHang();
        // From the socket, because only the connection's end matters here.
        while (await socket.ReceiveAsync(_buffer, ending) > 0)
        {
        }

        Dispose();
    }

    /// <summary>Closes the connection regularly (FIN).</summary>
    public Task CloseAsync()
    {
        socket.Shutdown(SocketShutdown.Send);
        Dispose();
        return Task.CompletedTask;
    }

    /// <summary>Breaks the connection (RST).</summary>
    public Task ResetAsync()
    {
        socket.LingerState = new LingerOption(true, 0);
        Dispose();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        IsOpen = false;
        // First, because the stream would send TLS's close_notify.
        socket.Dispose();
        _stream.Dispose();
    }

    private static int ContentLength(string headers) => headers.Split("\r\n")
        .Where(header => header.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase))
        .Select(header => int.Parse(header.AsSpan("Content-Length:".Length), CultureInfo.InvariantCulture))
        .FirstOrDefault();
}
