using System.ComponentModel;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace AddUserToGroup.Benchmarks.Machine;

/// <summary>
/// Starts processes on a thread of its own. A process begins where the thread is that starts it: on the measured core
/// and in the function's control group. So does a thread, which is why this one does nothing else.
/// </summary>
internal sealed class Launcher : IDisposable
{
    private readonly object _changes = new();
    private readonly Thread _thread;
    private Process? _process;
    private long? _startedAt;
    private Win32Exception? _failure;
    private bool _closed;

    public Launcher(ProcessorCores? cores, FunctionCgroup? cgroup)
    {
        _thread = new Thread(() =>
        {
            cores?.Enter();
            cgroup?.Enter();
            Serve();
        });
        _thread.Start();
    }

    /// <summary>Starts the process.</summary>
    /// <returns>The timestamp of <see cref="Stopwatch"/> just before it.</returns>
    /// <exception cref="BenchmarkException">The file cannot be run.</exception>
    [SuppressMessage("Maintainability", "CA1508", Justification = "The other thread sets what this one waits for.")]
    public long Start(Process process)
    {
        lock (_changes)
        {
            (_process, _startedAt, _failure) = (process, null, null);
            Monitor.PulseAll(_changes);
            while (_process is not null)
            {
                Monitor.Wait(_changes);
            }

            return _startedAt
                ?? throw new BenchmarkException($"{process.StartInfo.FileName} cannot be run.", _failure);
        }
    }

    public void Dispose()
    {
        lock (_changes)
        {
            _closed = true;
            Monitor.PulseAll(_changes);
        }

        _thread.Join();
    }

    private void Serve()
    {
        lock (_changes)
        {
            while (!_closed)
            {
                if (_process is not null)
                {
                    Start();
                }

                Monitor.Wait(_changes);
            }
        }
    }

    private void Start()
    {
        try
        {
            var now = Stopwatch.GetTimestamp();
            _process!.Start();
            _startedAt = now;
        }
        catch (Win32Exception exception)
        {
            _failure = exception;
        }

        _process = null;
        Monitor.PulseAll(_changes);
    }
}
