using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using AddUserToGroup.Shared.Contract;
using AddUserToGroup.Tests.Properties.Events;
using FsCheck;
using FsCheck.Fluent;

namespace AddUserToGroup.Tests.Properties;

public sealed class EveryEventTests
{
    // A usual run always tries the same events: a failure is then the change's. A run of another length tries new ones.
    private const int UsualEvents = 100_000;
    private const ulong UsualSeed = 20_261_123;

    private const int EventsPerRound = 10_000;

    // FsCheck's generator needs an odd number besides the seed.
    private const ulong Gamma = 0x9E37_79B9_7F4A_7C15;

    private static readonly string[] Outcomes =
    [
        "Added", "Unauthorized", "InvalidInput", "GroupNotAssignable", "UserNotFound", "GroupNotFound", "Throttled", "Unavailable",
        "InternalError",
    ];

    private readonly ConcurrentDictionary<string, int> _counts = new();
    private readonly ConcurrentBag<ContractCheck[]> _checks = [];

    [Fact]
    public void Calls_Cognito_exactly_when_the_contract_says_so_and_agrees_with_it_in_response_and_audit_line()
    {
        var events = (int?)Setting("ADD_USER_TO_GROUP_EVENTS") ?? UsualEvents;
        var seed = Setting("ADD_USER_TO_GROUP_SEED") ?? (events == UsualEvents ? UsualSeed : (ulong)Stopwatch.GetTimestamp());

        Parallel.For(0, (events + EventsPerRound - 1) / EventsPerRound, round =>
        {
            var config = Config.QuickThrowOnFailure.WithQuietOnSuccess(true)
                .WithMaxTest(Math.Min(EventsPerRound, events - (round * EventsPerRound)))
                .WithReplay(seed + (ulong)round, Gamma)
                .WithName($"ADD_USER_TO_GROUP_SEED={seed + (ulong)round}");
            Prop.ForAll(GeneratedEvents.Any, Check).Check(config);
        });

        // Rejections alone would prove little, and so would edits that no event survives or that change nothing.
        Assert.All(Outcomes, outcome => Assert.InRange(Share(outcome), 0.01, 0.8));
        Assert.InRange(Share("called Cognito"), 0.25, 0.75);
        Assert.All(Enum.GetNames<EditKind>(), kind => Assert.InRange(Share($"{kind}, not called"), 0.001, 0.5));
        Assert.All(
            Enum.GetNames<EditKind>().Where(kind => kind != nameof(EditKind.CutEnd)),
            kind => Assert.InRange(Share($"{kind}, called"), 0.001, 0.5));

        double Share(string name) => (double)_counts.GetValueOrDefault(name) / events;
    }

    private void Check(GeneratedEvent generated)
    {
        // One function handles one event at a time.
        var checks = _checks.TryTake(out var idle)
            ? idle
            : [.. Samples.AssignableGroups.Select((groups, index) => new ContractCheck(groups, Samples.Issuers[index % 2]))];
        var (outcome, calledCognito) =
            checks[generated.AssignableGroups].RunAsync(generated.Json(), generated.Cognito).GetAwaiter().GetResult();
        _checks.Add(checks);
        Count(outcome);
        Count(calledCognito ? "called Cognito" : "did not call Cognito");
        Array.ForEach(generated.Edits, edit => Count($"{edit.Kind}, {(calledCognito ? "called" : "not called")}"));
    }

    private void Count(string name) => _counts.AddOrUpdate(name, 1, (_, count) => count + 1);

    private static ulong? Setting(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value
        ? ulong.Parse(value, CultureInfo.InvariantCulture)
        : null;
}
