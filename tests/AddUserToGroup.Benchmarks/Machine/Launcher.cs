using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;

namespace AddUserToGroup.Benchmarks.Machine;

/// <summary>
/// Starts processes on a thread of its own. A process begins where the thread is that starts it: on the measured core and
/// in the function's control group.
/// </summary>
internal sealed class Launcher : IDisposable
{
    private readonly BlockingCollection<Action> _starts = [];
    private readonly Thread _thread;

    public Launcher(ProcessorCores? cores, FunctionCgroup? cgroup)
    {
        _thread = new Thread(() =>
        {
            cores?.Enter();
            cgroup?.Enter();
            foreach (var start in _starts.GetConsumingEnumerable())
                start();
        });
        _thread.Start();
    }

    /// <summary>Starts the process.</summary>
    /// <returns>The timestamp of <see cref="Stopwatch"/> just before it.</returns>
    /// <exception cref="BenchmarkException">The file cannot be run.</exception>
    public long Start(Process process)
    {
        var started = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
        _starts.Add(() =>
        {
            try
            {
                var timestamp = Stopwatch.GetTimestamp();
                process.Start();
                started.SetResult(timestamp);
            }
            catch (Win32Exception exception)
            {
                started.SetException(new BenchmarkException($"{process.StartInfo.FileName} cannot be run.", exception));
            }
        });
        return started.Task.GetAwaiter().GetResult();
    }

    public void Dispose()
    {
        _starts.CompleteAdding();
        _thread.Join();
        _starts.Dispose();
    }
}
