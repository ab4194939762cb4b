using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace AddUserToGroup.Benchmarks.Endpoints;

/// <summary>
/// Lambda's Runtime API for one function process. The thread that serves the function's connection hands the next event
/// over by itself; whoever measures only starts a batch and waits for its end. The tests' own, on ASP.NET Core, would put
/// the thread pool between a function and its next event.
/// </summary>
internal sealed class LeanRuntimeApi : IDisposable
{
    private const string Path = "/2018-06-01/runtime/";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly byte[] Accepted = Accept("");

    // The runtime reads what it is answered to an error, and ends itself where that is no JSON.
    private static readonly byte[] AcceptedError = Accept("""{"status":"OK"}""");

    // Guards all that follows, and is pulsed at each change that somebody may wait for.
    private readonly object _changes = new();
    private readonly Func<int, RuntimeEvent> _events;
    private readonly LeanServer _server;
    private InvocationBatch? _batch;
    private string? _requestId;
    private string? _failure;
    private long? _readyAt;
    private int _nextEvent;
    private bool _closed;

    /// <param name="events">Makes the event of a number, from 0 on, when it is handed over.</param>
    public LeanRuntimeApi(Func<int, RuntimeEvent> events)
    {
        _events = events;
        _server = new LeanServer(Respond);
    }

    public string Address => $"127.0.0.1:{_server.Port}";

    /// <returns>When the function first asked for an event, as a timestamp of <see cref="Stopwatch"/>.</returns>
    /// <exception cref="BenchmarkException">It did not, or reported an error.</exception>
    public long WaitUntilReady()
    {
        lock (_changes)
        {
            WaitFor(() => _readyAt is not null, "did not ask for an event");
            return _readyAt!.Value;
        }
    }

    /// <exception cref="BenchmarkException">An invocation was not answered.</exception>
    public InvocationBatch Invoke(int count)
    {
        lock (_changes)
        {
            var batch = _batch = new InvocationBatch(_nextEvent, count);
            _nextEvent += count;
            Monitor.PulseAll(_changes);
            WaitFor(() => batch.IsDone, "did not answer");
            return batch;
        }
    }

    /// <summary>Ends the waiting with this reason.</summary>
    public void Fail(string reason)
    {
        lock (_changes)
        {
            _failure ??= reason;
            Monitor.PulseAll(_changes);
        }
    }

    public void Dispose()
    {
        lock (_changes)
        {
            _closed = true;
            Monitor.PulseAll(_changes);
        }

        _server.Dispose();
    }

    private void WaitFor(Func<bool> condition, string otherwise)
    {
        while (_failure is null && !condition())
        {
            if (!Monitor.Wait(_changes, Patience))
            {
                _failure = $"{otherwise} within {Patience.TotalSeconds:F0} s";
            }
        }

        if (_failure is not null)
        {
            throw new BenchmarkException(_failure);
        }
    }

    private byte[]? Respond(HttpRequest request)
    {
        var now = Stopwatch.GetTimestamp();
        var target = request.Target;
        if (target == Path + "invocation/next")
        {
            return Next(now);
        }

        if (TryTake(request, now, out var isError))
        {
            return isError ? AcceptedError : Accepted;
        }

        Fail($"sent {request.Method} {target}: {Encoding.UTF8.GetString(request.Body)}");
        return AcceptedError;
    }

    private bool TryTake(HttpRequest request, long now, out bool isError)
    {
        lock (_changes)
        {
            var invocation = $"{Path}invocation/{_requestId}";
            isError = request.Target == $"{invocation}/error";
            // Null where the last one has been answered already.
            if (_requestId is null || (!isError && request.Target != $"{invocation}/response"))
            {
                return false;
            }

            _requestId = null;
            _batch!.Complete(now, new InvocationResponse(isError, request.Body));
            if (_batch.IsDone)
            {
                Monitor.PulseAll(_changes);
            }

            return true;
        }
    }

    private byte[]? Next(long now)
    {
        lock (_changes)
        {
            if (_readyAt is null)
            {
                _readyAt = now;
                Monitor.PulseAll(_changes);
            }

            while (_batch is null or { IsTaken: true })
            {
                if (_closed)
                {
                    return null;
                }

                Monitor.Wait(_changes);
            }

            return Envelope(_batch);
        }
    }

    private byte[] Envelope(InvocationBatch batch)
    {
        var (requestId, json, timeLimit) = _events(batch.Next);
        var head = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture,
            $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nLambda-Runtime-Aws-Request-Id: {requestId}\r\n"
            + $"Lambda-Runtime-Deadline-Ms: {DateTimeOffset.UtcNow.Add(timeLimit).ToUnixTimeMilliseconds()}\r\n"
            + $"Lambda-Runtime-Invoked-Function-Arn: arn:aws:lambda:us-east-1:123456789012:function:AddUserToGroup\r\n"
            + $"Lambda-Runtime-Trace-Id: Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700;Parent=9a9197af755a6419;Sampled=0\r\n"
            + $"Content-Length: {json.Length}\r\n\r\n"));
        _requestId = requestId;
        batch.HandOver();
        return [.. head, .. json];
    }

    private static byte[] Accept(string json) => Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture,
        $"HTTP/1.1 202 Accepted\r\nContent-Type: application/json\r\nContent-Length: {json.Length}\r\n\r\n{json}"));
}
