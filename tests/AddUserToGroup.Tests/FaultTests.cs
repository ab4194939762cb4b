using AddUserToGroup.Shared.Faults;
using AddUserToGroup.Tests.Cognito;

namespace AddUserToGroup.Tests;

/// <summary>Everything that Cognito's endpoint may do, through the whole function; the deadline is a clock's that the test moves.</summary>
public sealed class FaultTests(FaultRuns runs) : IClassFixture<FaultRuns>
{
    public static IEnumerable<object[]> Cases =>
        FaultRuns.Names.Select(run => new object[] { run.Name, run.OnKeptConnection });

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Gives_each_fault_its_one_outcome_and_the_next_events_theirs(string name, bool onKeptConnection)
    {
        var run = await runs.FinishedAsync(name, onKeptConnection);

        Assert.Equal(run.Fault.Outcome, run.Line.Members["outcome"]);
        Assert.Equal(Response(run.Fault.Outcome), run.Response);
        Assert.Equal(run.Fault.Outcome != "Added", run.Line.Members.ContainsKey("reason"));
        Assert.Equal(run.Fault.Reason ?? run.Line.Members.GetValueOrDefault("reason"), run.Line.Members.GetValueOrDefault("reason"));
        Assert.InRange(run.Attempts, 0, run.Fault.Attempts);
        // The next answers are told apart by Cognito's ids: neither is one that was still on its way.
        Assert.Equal(("UserNotFound", "next-1"), (run.Next.Members["outcome"], run.Next.Members["cognitoRequestId"]));
        Assert.Equal(("Added", "next-2"), (run.Last.Members["outcome"], run.Last.Members["cognitoRequestId"]));
    }

    private static string Response(string outcome) => outcome switch
    {
        "Added" => """{"data":{"userId":"ann@example.com","groupName":"EDITORS"}}""",
        "InternalError" => $"InternalError: {Sentences.Of(outcome)}",
        _ => $$$"""{"error":{"type":"{{{outcome}}}","message":"{{{Sentences.Of(outcome)}}}"}}""",
    };
}
