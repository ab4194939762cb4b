using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace AddUserToGroup.Shared.Faults;

/// <summary>
/// A fake of Cognito's endpoint on a loopback socket. Each connection or request takes the next queued behaviour, or
/// <see cref="Default"/> if there is none.
/// </summary>
internal sealed class CognitoEndpoint : IAsyncDisposable
{
    private readonly Lock _lock = new();
    private readonly Queue<Behaviour> _next = new();
    private readonly List<Behaviour> _taken = [];
    private readonly List<string> _requests = [];
    private readonly ConcurrentDictionary<ClientConnection, bool> _connections = new();
    private readonly CancellationTokenSource _ending = new();
    private readonly SslStreamCertificateContext? _certificate;
    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly int _port;
    private Task _listening = Task.CompletedTask;
    private int _accepted;

    /// <param name="certificate">Makes it an HTTPS endpoint.</param>
    /// <param name="authorities">Those between the certificate and its root.</param>
    /// <param name="refuses">
    /// Whether it refuses connections until <see cref="Listen"/> is called. It keeps its port, so that no other program gets it.
    /// </param>
    public CognitoEndpoint(X509Certificate2? certificate = null, X509Certificate2Collection? authorities = null, bool refuses = false)
    {
        _certificate = certificate is null ? null : SslStreamCertificateContext.Create(certificate, authorities, offline: true);
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _port = ((IPEndPoint)_listener.LocalEndPoint!).Port;
        if (!refuses)
        {
            Listen();
        }
    }

    public Uri Address => new(_certificate is null ? $"http://127.0.0.1:{_port}" : $"https://localhost:{_port}");

    /// <summary>At first a success.</summary>
    public Behaviour Default { get; set; } = Behaviour.Respond(HttpResponse.Success);

    /// <summary>Is called each time that the endpoint stops sending.</summary>
    public Action OnHang { get; set; } = () => { };

    /// <summary>The number of connections that it accepted.</summary>
    public int Connections => _accepted;

    /// <summary>The behaviours that started, in order: one for each attempt that reached the endpoint.</summary>
    public IReadOnlyList<Behaviour> Taken => Copy(_taken);

    /// <summary>The requests that were read completely, headers and body.</summary>
    public IReadOnlyList<string> Requests => Copy(_requests);

    /// <summary>Starts to accept connections.</summary>
    public void Listen()
    {
        _listener.Listen();
        _listening = AcceptAsync();
    }

    /// <summary>Queues behaviours for the next connections or requests, one each.</summary>
    public void Enqueue(params IEnumerable<Behaviour> behaviours)
    {
        lock (_lock)
        {
            foreach (var behaviour in behaviours)
            {
                _next.Enqueue(behaviour);
            }
        }
    }

    /// <summary>Empties the queue, <see cref="Taken"/> and <see cref="Requests"/>.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _next.Clear();
            _taken.Clear();
            _requests.Clear();
        }
    }

    /// <summary>Closes the listener and every connection.</summary>
    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        _listener.Dispose();
        await _listening;
        foreach (var connection in _connections.Keys)
        {
            connection.Dispose();
        }

        _ending.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = ServeAsync(await _listener.AcceptAsync(_ending.Token));
            }
        }
        catch (Exception exception) when (exception is SocketException or InvalidOperationException or OperationCanceledException)
        {
            // Disposed.
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        Interlocked.Increment(ref _accepted);
        socket.NoDelay = true;
        using var connection = new ClientConnection(socket, Record, () => OnHang(), _ending.Token);
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

            // A kept connection ends if the next behaviour is for a new one.
            while (await connection.WaitForRequestAsync() && await TryActAsync(connection, Stage.Request))
            {
            }
        }
        catch (Exception exception) when (exception is IOException or SocketException or ObjectDisposedException
            or OperationCanceledException or AuthenticationException)
        {
            // The client or this endpoint has closed the connection.
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
            behaviour = _next.TryPeek(out var next) ? next : Default;
            if (behaviour.Stage != stage)
            {
                return false;
            }

            _next.TryDequeue(out _);
            _taken.Add(behaviour);
            return true;
        }
    }

    private void Record(string request)
    {
        lock (_lock)
        {
            _requests.Add(request);
        }
    }

    private IReadOnlyList<T> Copy<T>(List<T> list)
    {
        lock (_lock)
        {
            return [.. list];
        }
    }
}
