using System.ComponentModel;
using System.Diagnostics;
using AddUserToGroup.Benchmarks.Candidates;
using AddUserToGroup.Benchmarks.Endpoints;
using AddUserToGroup.Benchmarks.Machine;
using AddUserToGroup.Benchmarks.Measuring;

namespace AddUserToGroup.Benchmarks.Soak;

/// <summary>The function's process, as in Lambda but for the groups that it may hand out.</summary>
internal sealed class SoakFunction : IDisposable
{
    private readonly Process _process = new();
    private readonly LeanRuntimeApi _runtime;
    private RuntimeEvent? _next;

    /// <exception cref="BenchmarkException">It cannot be run.</exception>
    public SoakFunction(Candidate candidate, SampleEvents samples, Uri cognito)
    {
        _runtime = new LeanRuntimeApi(_ => _next!);
        _process.StartInfo = FunctionEnvironment.Describe(candidate, samples, _runtime.Address, cognito.AbsoluteUri);
        _process.StartInfo.Environment["ASSIGNABLE_GROUPS"] = string.Join(' ', EventMix.Groups);
        _process.EnableRaisingEvents = true;
        _process.Exited += (_, _) => _runtime.Fail("ended by itself");
        try
        {
            _process.Start();
        }
        catch (Win32Exception exception)
        {
            _runtime.Dispose();
            throw new BenchmarkException($"{candidate.FileName} cannot be run: {exception.Message}.", exception);
        }

        Output = new FunctionOutput(_process);
    }

    public FunctionOutput Output { get; }

    /// <summary>In bytes.</summary>
    public long PeakMemory => ProcessMemory.Peak(_process);

    /// <exception cref="BenchmarkException">It ended instead.</exception>
    public void WaitUntilReady() => Explain(_runtime.WaitUntilReady, "The function ");

    /// <exception cref="BenchmarkException">It did not answer.</exception>
    public InvocationBatch Invoke(RuntimeEvent runtimeEvent)
    {
        _next = runtimeEvent;
        return Explain(() => _runtime.Invoke(1));
    }

    public ResourceUse ReadResources() => ResourceUse.Read(_process);

    /// <summary>Ends the process. All that it wrote is in <see cref="Output"/> then.</summary>
    public void Stop()
    {
        _process.EnableRaisingEvents = false;
        _process.Kill();
        _process.WaitForExit();
    }

    public void Dispose()
    {
        Stop();
        _runtime.Dispose();
        _process.Dispose();
    }

    private T Explain<T>(Func<T> action, string subject = "")
    {
        try
        {
            return action();
        }
        catch (BenchmarkException exception)
        {
            Stop();
            throw new BenchmarkException(
                $"{subject}{exception.Message}. {string.Join('\n', Output.TakeRest())}", exception);
        }
    }
}
