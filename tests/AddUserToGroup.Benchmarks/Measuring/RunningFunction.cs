using System.Diagnostics;
using AddUserToGroup.Benchmarks.Candidates;
using AddUserToGroup.Benchmarks.Endpoints;
using AddUserToGroup.Benchmarks.Machine;

namespace AddUserToGroup.Benchmarks.Measuring;

/// <summary>A candidate's process, behind a Runtime API of its own.</summary>
internal sealed class RunningFunction : IDisposable
{
    private readonly string _name;
    private readonly Process _process;
    private readonly LeanRuntimeApi _runtime;
    private readonly List<InvocationBatch> _batches = [];
    private readonly long _startedAt;
    private readonly ProcessOutput _output;

    public RunningFunction(Candidate candidate, Sandbox sandbox, Launcher launcher, bool tls)
    {
        _name = candidate.Name;
        _runtime = new LeanRuntimeApi(sandbox.Events.Event);
        _process = new Process
        {
            StartInfo = FunctionEnvironment.Describe(
                candidate, sandbox.Events, _runtime.Address, tls ? sandbox.Cognito.Tls : sandbox.Cognito.Http),
        };
        _process.Exited += (_, _) => _runtime.Fail("ended by itself");
        _startedAt = launcher.Start(_process);
        // Not before: it can start a thread, which would be where the launcher is.
        _process.EnableRaisingEvents = true;
        _output = new ProcessOutput(_process);
    }

    public IReadOnlyList<InvocationBatch> Batches => _batches;

    /// <summary>CPU time up to now, all threads.</summary>
    public TimeSpan ProcessorTime =>
        OperatingSystem.IsLinux() ? Libc.ProcessorTime(_process.Id) : _process.TotalProcessorTime;

    /// <summary>In bytes.</summary>
    public long ResidentMemory => ProcessMemory.Resident(_process);

    /// <summary>In bytes.</summary>
    public long PeakMemory => ProcessMemory.Peak(_process);

    /// <returns>How long it took from starting the process to its asking for an event.</returns>
    public TimeSpan WaitUntilReady() => Stopwatch.GetElapsedTime(_startedAt, Explain(_runtime.WaitUntilReady));

    public InvocationBatch Invoke(int count)
    {
        var batch = Explain(() => _runtime.Invoke(count));
        _batches.Add(batch);
        return batch;
    }

    public void Dispose()
    {
        _process.EnableRaisingEvents = false;
        _process.Kill();
        _process.WaitForExit();
        _runtime.Dispose();
        _process.Dispose();
    }

    private T Explain<T>(Func<T> action)
    {
        try
        {
            return action();
        }
        catch (BenchmarkException exception)
        {
            throw new BenchmarkException($"{_name} {exception.Message}. {_output.End}", exception);
        }
    }
}
