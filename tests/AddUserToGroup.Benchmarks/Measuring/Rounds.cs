using System.Diagnostics;
using System.Globalization;
using AddUserToGroup.Benchmarks.Candidates;

namespace AddUserToGroup.Benchmarks.Measuring;

/// <summary>Measures every candidate in every round: what changes on the machine changes for all of them.</summary>
internal sealed class Rounds(
    IReadOnlyList<Candidate> candidates, BenchmarkOptions options, Measurement measurement, Failures failures)
{
    public void Run(CancellationToken stop)
    {
        var started = Stopwatch.GetTimestamp();
        Each("warming up", measurement.WarmUp, stop);
        for (var number = 1; number <= options.Rounds; number++)
        {
            var round = number;
            Each($"round {round} of {options.Rounds}", candidate => Measure(candidate, round, stop), stop);
        }

        if (options.MeasuresMemoryGrowth)
        {
            Say("20,000 invocations");
            foreach (var native in candidates.Where(candidate => candidate.Name == CandidateCatalog.Native))
            {
                Attempt(native, measurement.MemoryGrowth, stop);
            }
        }

        void Say(string step) => Console.Error.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{Stopwatch.GetElapsedTime(started),10:mm\\:ss}  {step} ..."));

        void Each(string step, Action<Candidate> action, CancellationToken cancel)
        {
            Say(step);
            foreach (var candidate in candidates)
            {
                cancel.ThrowIfCancellationRequested();
                Attempt(candidate, action, cancel);
            }
        }
    }

    private void Measure(Candidate candidate, int round, CancellationToken stop)
    {
        foreach (var scenario in ColdScenario.All.Where(scenario => measurement.Allows(candidate, scenario)))
        {
            stop.ThrowIfCancellationRequested();
            measurement.ColdStart(candidate, scenario, round);
        }

        measurement.Warm(candidate, round);
    }

    private void Attempt(Candidate candidate, Action<Candidate> action, CancellationToken stop)
    {
        if (failures.Has(candidate.Name))
        {
            return;
        }

        try
        {
            action(candidate);
        }
        catch (BenchmarkException exception)
        {
            // Ctrl-C ends the candidate, too.
            stop.ThrowIfCancellationRequested();
            failures.Add(candidate.Name, exception.Message);
            Console.Error.WriteLine($"{candidate.Name} is left out from here on: {exception.Message}");
        }
    }
}
