using System.Net.Security;
using AddUserToGroup.Benchmarks.Candidates;
using AddUserToGroup.Benchmarks.Endpoints;
using AddUserToGroup.Benchmarks.Machine;

namespace AddUserToGroup.Benchmarks.Measuring;

/// <summary>Where candidates run: the endpoints that they speak to and the machine as they are given it.</summary>
internal sealed class Sandbox : IDisposable
{
    private readonly Launcher _launcher;
    private readonly CorrectnessCheck _check;

    public Sandbox(SslStreamCertificateContext certificate)
    {
        Cgroup = FunctionCgroup.TryCreate(out var noShares);
        var cores = ProcessorCores.TryReserve(out var noCores);
        Restrictions = [.. new[] { noShares, noCores }.OfType<string>()];
        _launcher = new Launcher(cores, Cgroup);
        Cognito = new LeanCognitoEndpoint(certificate);
        Events = SampleEvents.Read();
        _check = new CorrectnessCheck(Events);
    }

    public LeanCognitoEndpoint Cognito { get; }

    public SampleEvents Events { get; }

    /// <summary>Null where CPU shares cannot be given.</summary>
    public FunctionCgroup? Cgroup { get; }

    /// <summary>What this machine does not allow, a sentence each.</summary>
    public IReadOnlyList<string> Restrictions { get; }

    /// <summary>Starts a candidate, has it measured, ends it, and checks all that it did.</summary>
    /// <exception cref="BenchmarkException">It failed, or did something wrong.</exception>
    public void Run(Candidate candidate, bool tls, Action<RunningFunction> measure)
    {
        _ = Cognito.TakeCalls();
        IReadOnlyList<InvocationBatch> batches;
        using (var function = new RunningFunction(candidate, this, _launcher, tls))
        {
            try
            {
                measure(function);
            }
            finally
            {
                Cgroup?.Lift();
            }

            batches = function.Batches;
        }

        _check.Check(candidate, batches, Cognito.TakeCalls());
    }

    public void Dispose()
    {
        _launcher.Dispose();
        Cognito.Dispose();
        Cgroup?.Dispose();
    }
}
