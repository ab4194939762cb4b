using System.Diagnostics;
using System.Globalization;

namespace AddUserToGroup.Tests.Properties;

public sealed class EveryEventTests(DiagnosticMessages messages) : IClassFixture<DiagnosticMessages>
{
    // One that a change makes fail is that change's doing, and fails again: so the ordinary run tries the same events each
    // time. A run of another length is one that looks for news, and tries new ones.
    private const int OrdinaryEvents = 100_000;
    private const ulong OrdinarySeed = 20_261_123;

    [Fact]
    public void Calls_Cognito_exactly_where_the_contract_says_so_and_agrees_with_it_in_response_and_audit_line()
    {
        var events = (int?)Setting("ADD_USER_TO_GROUP_EVENTS") ?? OrdinaryEvents;
        var seed = Setting("ADD_USER_TO_GROUP_SEED") ?? (events == OrdinaryEvents ? OrdinarySeed : (ulong)Stopwatch.GetTimestamp());
        var started = Stopwatch.GetTimestamp();

        var tally = PropertyRun.Run(events, seed);

        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        messages.Write(string.Create(
            CultureInfo.InvariantCulture,
            $"{tally.Events:N0} events, seed {seed}, {seconds:N1} s, {tally.Events / seconds:N0} events/s{Environment.NewLine}{tally}"));
        Assert.Equal(events, tally.Events);
        Assert.All(tally.TooRare(), Assert.Fail);
    }

    private static ulong? Setting(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value
        ? ulong.Parse(value, CultureInfo.InvariantCulture)
        : null;
}
