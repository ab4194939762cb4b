using AddUserToGroup.Benchmarks.Candidates;
using AddUserToGroup.Benchmarks.Endpoints;
using AddUserToGroup.Benchmarks.Machine;
using AddUserToGroup.Benchmarks.Measuring;
using AddUserToGroup.Benchmarks.Reporting;
using AddUserToGroup.Shared.Certificates;

namespace AddUserToGroup.Benchmarks;

/// <summary>Builds, measures, reports.</summary>
internal static class Benchmark
{
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(BenchmarkOptions options, CancellationToken stop)
    {
        using var root = new CertificateAuthority();
        var (samples, failures) = (new Samples(), new Failures());
        using var roots = new TrustedRoots(root.Certificate);
        var candidates = await BuildAsync(options, roots, failures, stop);
        var machine = MachineDescription.Read(await NodeBuild.VersionAsync(stop));
        IReadOnlyList<string> restrictions;
        using (var sandbox = new Sandbox(ServerCertificates.Below(root)))
        {
            restrictions = sandbox.Restrictions;
            foreach (var candidate in candidates)
            {
                samples.Add(candidate.Name, Metric.PackageSize, 1, candidate.PackageSize / 1e6);
            }

            new Rounds(candidates, options, new Measurement(sandbox, options, samples), failures).Run(stop);
        }

        var report = new Report
        {
            Machine = machine,
            Options = options,
            Samples = samples,
            Notes = [.. restrictions, .. failures.Reasons],
            Budgets = [.. Budgets.All.Select(budget => budget.Judge(samples, failures))],
            Candidates = [.. candidates.Select(candidate => candidate.Name).Where(name => !failures.Has(name))],
        };
        await Console.Out.WriteAsync(TextReport.Write(report));
        if (options.Json is { } file)
        {
            JsonReport.Write(report, file);
        }

        return options.Checks && report.Budgets.Any(budget => budget.Verdict != Verdict.Met) ? 1 : 0;
    }

    private static async Task<List<Candidate>> BuildAsync(
        BenchmarkOptions options, TrustedRoots roots, Failures failures, CancellationToken stop)
    {
        var built = new List<Candidate>();
        foreach (var name in options.Candidates.Count == 0 ? CandidateCatalog.Names : options.Candidates.Distinct())
        {
            await Console.Error.WriteLineAsync($"  building  {name} ...");
            try
            {
                built.Add(await CandidateCatalog.BuildAsync(name, roots, stop));
            }
            catch (UnavailableException exception)
            {
                failures.Add(name, $"{name} is left out: {exception.Message}");
                await Console.Error.WriteLineAsync($"{name} is left out: {exception.Message}");
            }
        }

        return built;
    }
}
