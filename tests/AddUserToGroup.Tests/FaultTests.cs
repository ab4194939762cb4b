using AddUserToGroup.Tests.Faults;
using AddUserToGroup.Tests.UserPool;

namespace AddUserToGroup.Tests;

/// <summary>Everything that Cognito's endpoint may do, through the whole function; the deadline is a clock's that the test moves.</summary>
public sealed class FaultTests(FaultRuns runs) : IClassFixture<FaultRuns>
{
    public static IEnumerable<object[]> Cases =>
        FaultRuns.Names.Select(run => new object[] { run.Name, run.OnKeptConnection });

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Each_fault_has_its_one_outcome_and_the_next_events_have_theirs(string name, bool onKeptConnection)
    {
        var run = await runs.FinishedAsync(name, onKeptConnection);

        Assert.Equal(run.Fault.Outcome, run.Line.Members["outcome"]);
        Assert.Contains(run.Fault.Outcome == "Added" ? "\"data\"" : run.Fault.Outcome, run.Answer, StringComparison.Ordinal);
        Assert.Equal(run.Fault.Outcome != "Added", run.Line.Members.ContainsKey("reason"));
        Assert.InRange(run.Attempts, 1, run.Fault.Attempts);
        // The next answers are told apart by Cognito's ids: neither is one that was still on its way.
        Assert.Equal(("UserNotFound", "next-1"), (run.Next.Members["outcome"], run.Next.Members["cognitoRequestId"]));
        Assert.Equal(("Added", "next-2"), (run.Last.Members["outcome"], run.Last.Members["cognitoRequestId"]));
    }
}
