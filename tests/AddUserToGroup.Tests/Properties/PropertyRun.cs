using AddUserToGroup.Shared.Contract;
using AddUserToGroup.Tests.Properties.Events;
using FsCheck;
using FsCheck.Fluent;

namespace AddUserToGroup.Tests.Properties;

/// <summary>Runs the property in rounds, on all cores; a round depends on its seed alone, so that it can be run again.</summary>
internal static class PropertyRun
{
    private const int EventsPerRound = 10_000;

    // FsCheck's generator wants an odd one beside the seed.
    private const ulong Gamma = 0x9E37_79B9_7F4A_7C15;

    /// <exception cref="ContractBrokenException">An event for which the function differs from the contract.</exception>
    public static Tally Run(int events, ulong seed)
    {
        var total = new Tally();
        string? failure = null;
        Parallel.For(
            0,
            (events + EventsPerRound - 1) / EventsPerRound,
            new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount },
            () => (Tally: new Tally(), Checks: Samples.AssignableGroups.Select((groups, index) => new ContractCheck(groups, Samples.Issuers[index % 2])).ToArray()),
            (round, state, worker) =>
            {
                var failed = Round(
                    Math.Min(EventsPerRound, events - (round * EventsPerRound)), seed + (ulong)round, worker.Checks, worker.Tally);
                if (failed is not null)
                {
                    Interlocked.CompareExchange(ref failure, failed, null);
                    state.Stop();
                }

                return worker;
            },
            worker =>
            {
                lock (total)
                {
                    total.Add(worker.Tally);
                }
            });
        return failure is null ? total : throw new ContractBrokenException(failure);
    }

    private static string? Round(int events, ulong seed, ContractCheck[] checks, Tally tally)
    {
        string? reason = null;
        var recorder = new CounterexampleRecorder();
        var config = Config.Quick.WithMaxTest(events).WithQuietOnSuccess(true).WithReplay(seed, Gamma).WithRunner(recorder);
        Prop.ForAll(Trials.Any, trial =>
        {
            try
            {
                var (outcome, calledCognito) =
                    checks[trial.AssignableGroups].RunAsync(trial.Json(), trial.Cognito).GetAwaiter().GetResult();
                tally.Count(trial, outcome, calledCognito);
                return true;
            }
            catch (ContractBrokenException exception)
            {
                // The last one is the shrunk counterexample's.
                reason = exception.Message;
                return false;
            }
        }).Check(config);
        return recorder.Counterexample is { } counterexample
            ? $"{reason}{counterexample}{Environment.NewLine}To run it again: ADD_USER_TO_GROUP_SEED={seed}"
            : null;
    }
}
