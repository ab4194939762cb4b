using System.Diagnostics;
using System.Globalization;
using AddUserToGroup.Shared.Contract;
using CsCheck;
using Xunit.Abstractions;

namespace AddUserToGroup.Tests.Properties;

public sealed class EveryEventTests(ITestOutputHelper output)
{
    // A usual run repeats its events: a failure is then the change's. A run of another length tries new ones.
    private const int UsualEvents = 100_000;
    private const ulong UsualSeed = 20_261_123;

    private const int EventsPerRound = 1_000;
    private const string CalledCognito = "called Cognito";
    private const string DidNotCall = "did not call Cognito";

    [Fact]
    public void Every_generated_event_ends_as_the_contract_says()
    {
        var events = (int?)Setting("ADD_USER_TO_GROUP_EVENTS") ?? UsualEvents;
        var seed = Setting("ADD_USER_TO_GROUP_SEED") ?? (events == UsualEvents ? UsualSeed : (ulong)Stopwatch.GetTimestamp());
        using var checks = new ThreadLocal<ContractCheck[]>(() =>
            [.. Samples.AssignableGroups.Select((groups, index) => new ContractCheck(groups, Samples.Issuers[index % 2]))]);
        var started = Stopwatch.GetTimestamp();

        var counts = ParallelEnumerable.Range(0, (events + EventsPerRound - 1) / EventsPerRound)
            .SelectMany(round => Run(checks, (uint)round, seed))
            .AsSequential()
            .CountBy(label => label)
            .ToDictionary();

        var total = counts[CalledCognito] + counts[DidNotCall];
        output.WriteLine($"{total:N0} events, seed {seed}, {Stopwatch.GetElapsedTime(started).TotalSeconds:N1} s");
        output.WriteLine(string.Join(Environment.NewLine, counts.Keys.OrderByDescending(Percent).Select(label => $"{Percent(label):N2} % {label}")));
        // Rejections alone would prove little, and so would edits that every event survives, or none. A short run has too few.
        if (events < UsualEvents)
        {
            return;
        }

        Assert.InRange(Percent(CalledCognito), 25, 75);
        Assert.All(Samples.Outcomes, outcome => Assert.InRange(Percent(outcome), 1, 75));
        Assert.All(Enum.GetValues<EditKind>(), kind => Assert.InRange(Percent($"{kind}, {DidNotCall}"), 0.1, 50));
        Assert.All(Enum.GetValues<EditKind>().Except([EditKind.CutEnd]), kind => Assert.InRange(Percent($"{kind}, {CalledCognito}"), 0.1, 50));

        double Percent(string label) => 100.0 * counts.GetValueOrDefault(label) / total;
    }

    // The events of a round depend on its number and the seed alone.
    private static IEnumerable<string> Run(ThreadLocal<ContractCheck[]> checks, uint round, ulong seed)
    {
        var random = new PCG(round, seed);
        for (var number = 0; number < EventsPerRound; number++)
        {
            var state = $"{random}";
            var generated = Generators.Event.Generate(random, null, out _);
            string[] labels;
            try
            {
                labels = Check(checks.Value!, generated);
            }
            catch (ContractBrokenException)
            {
                // Throws the simplest event that fails.
                Generators.Event.Sample(other => Check(checks.Value!, other), seed: state, iter: 1_000_000, print: simplest =>
                    $"{simplest}Repeat: ADD_USER_TO_GROUP_EVENTS={(round + 1) * EventsPerRound} ADD_USER_TO_GROUP_SEED={seed}");
                throw;
            }

            foreach (var label in labels)
            {
                yield return label;
            }
        }
    }

    private static string[] Check(ContractCheck[] checks, GeneratedEvent generated)
    {
        var (outcome, calledCognito) = checks[generated.Settings].RunAsync(generated.Json, generated.Cognito).GetAwaiter().GetResult();
        var end = calledCognito ? CalledCognito : DidNotCall;
        return [outcome, end, .. generated.Edits.Select(edit => $"{edit.Kind}, {end}")];
    }

    private static ulong? Setting(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value
        ? ulong.Parse(value, CultureInfo.InvariantCulture)
        : null;
}
