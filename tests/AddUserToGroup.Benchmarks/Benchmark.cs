using AddUserToGroup.Benchmarks.Candidates;
using AddUserToGroup.Benchmarks.Measuring;
using AddUserToGroup.Shared.Certificates;
using AddUserToGroup.Shared.Faults;

namespace AddUserToGroup.Benchmarks;

/// <summary>Builds the candidates and measures each in every round: a disturbance of the machine affects all of them.</summary>
internal sealed class Benchmark(BenchmarkOptions options)
{
    private const int WarmUps = 200;
    private const int WarmInvocations = 1000;

    private readonly Measurements _measurements = new();

    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        if (!OperatingSystem.IsLinux())
        {
            throw new BenchmarkException("The benchmark reads /proc and uses control groups: run it on Linux.");
        }

        // As many authorities as in Cognito's chain: a root, "Amazon Root CA 1", and "Amazon RSA 2048 M0x".
        using var root = new CertificateAuthority();
        var intermediate = root.Subordinate("Test intermediate");
        var issuing = intermediate.Subordinate("Test issuing authority");
        using var roots = new TrustedRoots(root.Certificate);
        await using var http = new CognitoEndpoint();
        await using var https = new CognitoEndpoint(issuing.Issue(), [issuing.Certificate, intermediate.Certificate]);
        await Console.Error.WriteLineAsync("building ...");
        var candidates = await new CandidateBuilder(roots, options.Function, stop).BuildAsync(options.IsQuick);

        using var share = CpuShare.TryCreate();
        if (share is null)
        {
            await Console.Error.WriteLineAsync("No CPU shares of small functions: they need root and control groups with the cpu controller.");
        }

        for (var round = 0; round <= options.Rounds; round++)
        {
            await Console.Error.WriteLineAsync(round == 0 ? "warming up ..." : $"round {round} of {options.Rounds} ...");
            foreach (var candidate in candidates)
            {
                stop.ThrowIfCancellationRequested();
                await MeasureAsync(candidate, http, https, share, round);
            }
        }

        var budgets = options.IsQuick ? Budget.Quick : Budget.All;
        await Console.Out.WriteAsync(Report.Write(_measurements, candidates.Select(candidate => candidate.Name), budgets));
        if (options.Json is { } file)
        {
            Report.WriteJson(_measurements, file);
        }

        return options.Checks && budgets.Any(budget => !(budget.Measured(_measurements) <= budget.Maximum)) ? 1 : 0;
    }

    // Round 0 fills the file cache and compiles this program's code; it does not count.
    private async Task MeasureAsync(Candidate candidate, CognitoEndpoint http, CognitoEndpoint https, CpuShare? share, int round)
    {
        Add(Metric.PackageSize, candidate.PackageSize / 1e6);
        await ColdAsync(Metric.Cold, https, null);
        if (candidate.HasSdk)
        {
            await ColdAsync(Metric.ColdHttp, http, null);
        }

        if (!options.IsQuick)
        {
            if (share is not null)
            {
                await ColdAsync(Metric.Cold512, https, 512);
                await ColdAsync(Metric.Cold256, https, 256);
            }

            await WarmAsync();
        }

        // A new process and its first invocation. Lambda gives it a whole core until the first event.
        async Task ColdAsync(string metric, CognitoEndpoint cognito, int? megabytes)
        {
            await using var process = await CandidateProcess.StartAsync(candidate, cognito);
            var init = await process.InitAsync();
            if (megabytes is { } size)
            {
                share!.Limit(process.ProcessId, size);
            }

            Add(metric, init + await process.InvokeAsync());
            if (metric == Metric.Cold)
            {
                Add(Metric.Init, init);
            }
            else if (metric == Metric.ColdHttp)
            {
                Add(Metric.PageFaults, MemoryUsage.PageFaults(process.ProcessId));
                Add(Metric.PrivateDirty, MemoryUsage.PrivateDirty(process.ProcessId));
            }
        }

        async Task WarmAsync()
        {
            await using var process = await CandidateProcess.StartAsync(candidate, https);
            await process.InitAsync();
            await InvokeAsync(process, WarmUps);
            var before = process.ProcessorTime;
            var durations = await InvokeAsync(process, WarmInvocations);
            Add(Metric.WarmProcessorTime, (process.ProcessorTime - before).TotalMilliseconds / WarmInvocations);
            Add(Metric.WarmMedian, Measurements.Median(durations));
            Add(Metric.PeakMemory, MemoryUsage.Peak(process.ProcessId) / 1024);
            // Once, after everything else: does memory keep growing?
            if (round == options.Rounds && candidate.Name == CandidateBuilder.Native)
            {
                await InvokeAsync(process, 1_000);
                var early = MemoryUsage.Resident(process.ProcessId);
                await InvokeAsync(process, 18_000);
                Add(Metric.MemoryGrowth, MemoryUsage.Resident(process.ProcessId) / early);
            }
        }

        void Add(string metric, double value)
        {
            if (round > 0)
            {
                _measurements.Add(candidate.Name, metric, round, value);
            }
        }
    }

    private static async Task<List<double>> InvokeAsync(CandidateProcess process, int count)
    {
        var durations = new List<double>(count);
        for (var number = 0; number < count; number++)
        {
            durations.Add(await process.InvokeAsync());
        }

        return durations;
    }
}
