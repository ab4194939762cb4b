using AddUserToGroup.Benchmarks.Candidates;
using AddUserToGroup.Benchmarks.Machine;

namespace AddUserToGroup.Benchmarks.Measuring;

/// <summary>What is measured of one candidate in one round.</summary>
internal sealed class Measurement(Sandbox sandbox, BenchmarkOptions options, Samples samples)
{
    private const double Mebibyte = 1024 * 1024;

    /// <summary>A new process and its first invocation.</summary>
    public void ColdStart(Candidate candidate, ColdScenario scenario, int round) =>
        sandbox.Run(candidate, scenario.Tls, function =>
        {
            var init = function.WaitUntilReady();
            if (scenario.Megabytes is { } megabytes)
            {
                sandbox.Cgroup!.Limit(megabytes);
            }

            var first = function.Invoke(1).Duration;
            samples.Add(candidate.Name, Metric.Init(scenario), round, init.TotalMilliseconds);
            samples.Add(candidate.Name, Metric.FirstInvocation(scenario), round, first.TotalMilliseconds);
            samples.Add(candidate.Name, Metric.Cold(scenario), round, (init + first).TotalMilliseconds);
            samples.Add(
                candidate.Name, Metric.ColdProcessorTime(scenario), round, function.ProcessorTime.TotalMilliseconds);
        });

    /// <summary>One process and many invocations, one after the other, with a whole core.</summary>
    public void Warm(Candidate candidate, int round) => sandbox.Run(candidate, tls: true, function =>
    {
        function.WaitUntilReady();
        function.Invoke(options.WarmUps);
        var before = function.ProcessorTime;
        var batch = function.Invoke(options.WarmInvocations);
        var processorTime = function.ProcessorTime - before;
        var durations = batch.Durations.Select(duration => duration.TotalMilliseconds).ToList();
        samples.Add(candidate.Name, Metric.WarmMedian, round, Statistics.Median(durations));
        samples.Add(candidate.Name, Metric.WarmPercentile99, round, Statistics.Percentile(durations, 0.99));
        samples.Add(candidate.Name, Metric.Throughput, round, batch.Count / batch.Duration.TotalSeconds);
        samples.Add(candidate.Name, Metric.WarmProcessorTime, round, processorTime.TotalMilliseconds / batch.Count);
        samples.Add(candidate.Name, Metric.PeakMemory, round, function.PeakMemory / Mebibyte);
    });

    /// <summary>Whether memory keeps growing: once, over 20,000 invocations.</summary>
    public void MemoryGrowth(Candidate candidate) => sandbox.Run(candidate, tls: true, function =>
    {
        function.WaitUntilReady();
        function.Invoke(2_000);
        double early = function.ResidentMemory;
        function.Invoke(18_000);
        samples.Add(candidate.Name, Metric.MemoryGrowth, 1, function.ResidentMemory / early);
    });

    /// <summary>Once, unmeasured: files come into the cache, and this program's own code is compiled.</summary>
    public void WarmUp(Candidate candidate) => sandbox.Run(candidate, tls: true, function =>
    {
        function.WaitUntilReady();
        function.Invoke(options.WarmUps);
    });

    /// <summary>Whether this machine and this candidate can be measured under it.</summary>
    public bool Allows(Candidate candidate, ColdScenario scenario) =>
        (scenario.Tls || candidate.SpeaksHttp) && (scenario.Megabytes is null || sandbox.Cgroup is not null);
}
