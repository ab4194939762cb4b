using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;

namespace AddUserToGroup.Benchmarks.Endpoints;

/// <summary>An HTTP server on a free port of 127.0.0.1, with a thread for each connection.</summary>
internal sealed class LeanServer : IDisposable
{
    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly SslServerAuthenticationOptions? _tls;
    private readonly Func<HttpRequest, byte[]?> _respond;

    /// <param name="respond">The whole response to a request; null closes the connection.</param>
    /// <param name="tls">Null for plain HTTP.</param>
    public LeanServer(Func<HttpRequest, byte[]?> respond, SslServerAuthenticationOptions? tls = null)
    {
        (_respond, _tls) = (respond, tls);
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _listener.Listen();
        new Thread(Accept) { IsBackground = true }.Start();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndPoint!).Port;

    public void Dispose() => _listener.Dispose();

    private void Accept()
    {
        try
        {
            while (true)
            {
                var socket = _listener.Accept();
                socket.NoDelay = true;
                new Thread(() => Serve(socket)) { IsBackground = true }.Start();
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // Disposed.
        }
    }

    private void Serve(Socket socket)
    {
        try
        {
            using var stream = Open(socket);
            var connection = new HttpConnection(stream);
            while (connection.Read() is { } request && _respond(request) is { } response)
            {
                connection.Write(response);
            }
        }
        catch (Exception exception) when (exception is IOException or AuthenticationException)
        {
            // The candidate was ended, or refused the certificate; its own answer tells.
        }
        catch (BenchmarkException exception)
        {
            Console.Error.WriteLine(exception.Message);
        }
    }

    private Stream Open(Socket socket)
    {
        var network = new NetworkStream(socket, ownsSocket: true);
        if (_tls is null)
        {
            return network;
        }

        var secure = new SslStream(network);
        secure.AuthenticateAsServer(_tls);
        return secure;
    }
}
