using AddUserToGroup.Shared.Faults;

namespace AddUserToGroup.Tests.Executable;

/// <summary>The memory of the executable, of which a function has 128 MB and more.</summary>
public sealed class LargeResponseTests
{
    private const long MostGrowth = 32 * 1024 * 1024;

    [Fact]
    public async Task Stays_within_the_memory_under_responses_of_50_MB()
    {
        await using var function = await RunningFunction.StartAsync();
        // Warm: what the first answers and errors take is no growth.
        await function.InvokeSoundAsync(TestEvents.Text("allowed"));
        await function.InvokeAsync(TestEvents.Text("allowed"), new FaultCase(
            "fails", "Unavailable", FaultCase.Retried, Behaviour.Respond(HttpResponse.Error(500, "InternalErrorException", ""))));
        var before = function.PeakMemory;

        foreach (var fault in LargeResponses.Cases)
        {
            var posted = await function.InvokeAsync(TestEvents.Text("allowed"), fault);
            Assert.Contains(fault.Outcome == "Added" ? "\"data\"" : fault.Outcome, posted.Text, StringComparison.Ordinal);
        }

        Assert.InRange(function.PeakMemory - before, 0, MostGrowth);
    }
}
