using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace AddUserToGroup.Shared.Faults;

/// <summary>
/// Stands where Cognito would, on a loopback socket, and does to each connection or request the next thing that it was
/// told to do; where there is nothing more, what <see cref="Otherwise"/> says.
/// </summary>
internal sealed class CognitoEndpoint : IAsyncDisposable
{
    private readonly Lock _lock = new();
    private readonly Queue<Behaviour> _next = new();
    private readonly List<Behaviour> _met = [];
    private readonly List<string> _requests = [];
    private readonly ConcurrentDictionary<ClientConnection, bool> _connections = new();
    private readonly CancellationTokenSource _ending = new();
    private readonly SslStreamCertificateContext? _certificate;
    private TcpListener _listener;
    private Task _listening;
    private int _accepted;

    /// <param name="certificate">Makes it an HTTPS endpoint.</param>
    /// <param name="authorities">Those between the certificate and its root.</param>
    public CognitoEndpoint(X509Certificate2? certificate = null, X509Certificate2Collection? authorities = null)
    {
        _certificate = certificate is null ? null : SslStreamCertificateContext.Create(certificate, authorities, offline: true);
        _listener = new TcpListener(IPAddress.Loopback, 0);
        _listening = ListenAsync();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
    }

    public int Port { get; }

    public Uri Address => new(_certificate is null ? $"http://127.0.0.1:{Port}" : $"https://localhost:{Port}");

    /// <summary>What is done when nothing else was asked for: at first, to answer that the user was added.</summary>
    public Behaviour Otherwise { get; set; } = Behaviour.Respond(HttpResponse.Success);

    /// <summary>Is told each time the endpoint goes silent.</summary>
    public Action Hanging { get; set; } = () => { };

    /// <summary>How many connections were accepted.</summary>
    public int Connections => _accepted;

    /// <summary>What connections and requests met, in order: one entry for each attempt that reached the endpoint.</summary>
    public IReadOnlyList<Behaviour> Met
    {
        get
        {
            lock (_lock)
            {
                return [.. _met];
            }
        }
    }

    /// <summary>The requests that were read to their end, headers and body.</summary>
    public IReadOnlyList<string> Requests
    {
        get
        {
            lock (_lock)
            {
                return [.. _requests];
            }
        }
    }

    /// <summary>Says what to do to the next connections or requests, one each.</summary>
    public void Next(params IEnumerable<Behaviour> behaviours)
    {
        lock (_lock)
        {
            foreach (var behaviour in behaviours)
            {
                _next.Enqueue(behaviour);
            }
        }
    }

    /// <summary>Drops what is yet to be done, and what <see cref="Met"/> and <see cref="Requests"/> hold.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _next.Clear();
            _met.Clear();
            _requests.Clear();
        }
    }

    /// <summary>Sends bytes that nobody asked for on every connection that is open.</summary>
    public async Task SendUnaskedAsync(ReadOnlyMemory<byte> bytes)
    {
        foreach (var connection in _connections.Keys)
        {
            await connection.WriteAsync(bytes);
        }
    }

    /// <summary>Closes the listener and every connection: from now on connecting is refused.</summary>
    public async Task RefuseAsync()
    {
        _listener.Stop();
        await _listening;
        CloseConnections();
    }

    /// <summary>Listens again, on the same port.</summary>
    public void Accept()
    {
        _listener.Dispose();
        _listener = new TcpListener(IPAddress.Loopback, Port);
        _listening = ListenAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        await RefuseAsync();
        _listener.Dispose();
        _ending.Dispose();
    }

    private void CloseConnections()
    {
        foreach (var connection in _connections.Keys)
        {
            connection.Dispose();
        }
    }

    private async Task ListenAsync()
    {
        _listener.Start();
        try
        {
            while (true)
            {
                _ = ServeAsync(await _listener.AcceptSocketAsync(_ending.Token));
            }
        }
        catch (Exception exception) when (exception is SocketException or InvalidOperationException or OperationCanceledException)
        {
            // The end of listening.
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        Interlocked.Increment(ref _accepted);
        using var connection = new ClientConnection(socket, Keep, () => Hanging(), _ending.Token);
        _connections.TryAdd(connection, true);
        try
        {
            if (await TryActAsync(connection, Stage.Accepted))
            {
                return;
            }

            if (_certificate is not null && !await TryActAsync(connection, Stage.Handshake))
            {
                await connection.SecureAsync(_certificate);
            }

            // A kept connection is closed where the next thing is to be done to a new one.
            while (await connection.WaitForRequestAsync() && await TryActAsync(connection, Stage.Request))
            {
            }
        }
        catch (Exception exception) when (exception is IOException or SocketException or ObjectDisposedException
            or OperationCanceledException or AuthenticationException)
        {
            // The client has gone, or this endpoint is going.
        }
        finally
        {
            _connections.TryRemove(connection, out _);
        }
    }

    private async Task<bool> TryActAsync(ClientConnection connection, Stage stage)
    {
        if (!TryTake(stage, out var behaviour))
        {
            return false;
        }

        await behaviour.ActAsync(connection);
        return true;
    }

    private bool TryTake(Stage stage, [NotNullWhen(true)] out Behaviour? behaviour)
    {
        lock (_lock)
        {
            behaviour = _next.TryPeek(out var next) ? next : Otherwise;
            if (behaviour.Stage != stage)
            {
                return false;
            }

            _next.TryDequeue(out _);
            _met.Add(behaviour);
            return true;
        }
    }

    private void Keep(string request)
    {
        lock (_lock)
        {
            _requests.Add(request);
        }
    }
}
