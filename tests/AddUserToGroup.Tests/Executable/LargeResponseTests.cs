using AddUserToGroup.Shared.Faults;

namespace AddUserToGroup.Tests.Executable;

/// <summary>The memory of the executable. A function has 128 MB or more.</summary>
public sealed class LargeResponseTests
{
    private const long MaxGrowth = 32 * 1024 * 1024;

    [Fact]
    public async Task Stays_within_the_memory_under_responses_of_50_MB()
    {
        await using var function = await RunningFunction.StartAsync();
        // The first success and the first failure load code and open connections.
        await function.InvokeWithoutFaultAsync(TestEvents.Text("allowed"));
        await function.InvokeAsync(TestEvents.Text("allowed"), new FaultCase(
            "fails", "Unavailable", FaultCase.Retried, Behaviour.Respond(HttpResponse.Error(500, "InternalErrorException", ""))));
        var before = function.PeakMemory;

        foreach (var fault in LargeResponses.Cases)
        {
            var posted = await function.InvokeAsync(TestEvents.Text("allowed"), fault);
            Assert.Contains(fault.Outcome == "Added" ? "\"data\"" : fault.Outcome, posted.Text, StringComparison.Ordinal);
        }

        Assert.InRange(function.PeakMemory - before, 0, MaxGrowth);
    }
}
