using System.Globalization;
using System.Net.Security;
using System.Net.Sockets;
using System.Text;

namespace AddUserToGroup.Shared.Faults;

/// <summary>One client's connection, and what a behaviour can do with it.</summary>
internal sealed class ClientConnection : IDisposable
{
    private readonly Socket _socket;
    private readonly Action<string> _received;
    private readonly Action _hanging;
    private readonly CancellationToken _ending;
    private readonly byte[] _buffer = new byte[64 * 1024];
    private Stream _stream;
    private int _length;

    /// <param name="socket">Is closed with this.</param>
    /// <param name="received">Is given each request that was read to its end.</param>
    /// <param name="hanging">Is told when the endpoint goes silent.</param>
    /// <param name="ending">Ends all waiting.</param>
    public ClientConnection(Socket socket, Action<string> received, Action hanging, CancellationToken ending)
    {
        (_socket, _received, _hanging, _ending) = (socket, received, hanging, ending);
        _socket.NoDelay = true;
        _stream = new NetworkStream(socket);
    }

    public bool IsOpen { get; private set; } = true;

    /// <summary>Takes the server's part in a TLS handshake.</summary>
    public async Task SecureAsync(SslStreamCertificateContext certificate)
    {
        var secured = new SslStream(_stream);
        _stream = secured;
        await secured.AuthenticateAsServerAsync(
            new SslServerAuthenticationOptions { ServerCertificateContext = certificate }, _ending);
    }

    /// <summary>Waits for the first byte of a request; false where the client has closed the connection instead.</summary>
    public async Task<bool> WaitForRequestAsync()
    {
        if (!IsOpen)
        {
            return false;
        }

        _length = await _stream.ReadAsync(_buffer.AsMemory(0, 1), _ending);
        return _length > 0;
    }

    /// <summary>Reads a few more bytes of the request, at the most <paramref name="count"/>.</summary>
    public async Task ReadAsync(int count) =>
        _length += await _stream.ReadAsync(_buffer.AsMemory(_length, count), _ending);

    /// <summary>Reads the request to its end.</summary>
    /// <exception cref="EndOfStreamException">The client has closed the connection in the midst of it.</exception>
    public async Task ReadRequestAsync()
    {
        int headers;
        while ((headers = _buffer.AsSpan(0, _length).IndexOf("\r\n\r\n"u8)) < 0
            || _length < headers + 4 + ContentLength(Encoding.Latin1.GetString(_buffer, 0, headers)))
        {
            var before = _length;
            await ReadAsync(_buffer.Length - _length);
            if (_length == before)
            {
                throw new EndOfStreamException();
            }
        }

        _received(Encoding.UTF8.GetString(_buffer, 0, _length));
    }

    public async Task WriteAsync(ReadOnlyMemory<byte> bytes)
    {
        await _stream.WriteAsync(bytes, _ending);
        await _stream.FlushAsync(_ending);
    }

    /// <summary>Goes silent until the client has gone or the endpoint ends.</summary>
    public async Task HangAsync()
    {
        _hanging();
        // Past TLS: only the connection's end is of interest.
        while (await _socket.ReceiveAsync(_buffer, _ending) > 0)
        {
        }

        Dispose();
    }

    /// <summary>Closes the connection in good order (FIN).</summary>
    public Task CloseAsync()
    {
        _socket.Shutdown(SocketShutdown.Send);
        Dispose();
        return Task.CompletedTask;
    }

    /// <summary>Breaks the connection (RST).</summary>
    public Task ResetAsync()
    {
        _socket.LingerState = new LingerOption(true, 0);
        Dispose();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        IsOpen = false;
        // Before the stream, which would take its leave of the client in the way of TLS.
        _socket.Dispose();
        _stream.Dispose();
    }

    private static int ContentLength(string headers) => headers.Split("\r\n")
        .Where(header => header.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase))
        .Select(header => int.Parse(header.AsSpan("Content-Length:".Length), CultureInfo.InvariantCulture))
        .FirstOrDefault();
}
