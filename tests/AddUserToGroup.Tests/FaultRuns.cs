using AddUserToGroup.Shared.Faults;
using AddUserToGroup.Tests.Cognito;

namespace AddUserToGroup.Tests;

/// <summary>
/// All cases, each against a function and an endpoint of its own; several at once, for the SDK's pauses between attempts
/// are real time.
/// </summary>
public sealed class FaultRuns : IDisposable
{
    private readonly SemaphoreSlim _lanes = new(24);
    private readonly Dictionary<(string, bool), Task<FaultRun>> _runs;

    public FaultRuns() => _runs = Cases.ToDictionary(
        run => (run.Fault.Name, run.OnKeptConnection), run => Task.Run(() => InLaneAsync(run.Fault, run.OnKeptConnection)));

    public static IEnumerable<(string Name, bool OnKeptConnection)> Names =>
        Cases.Select(run => (run.Fault.Name, run.OnKeptConnection));

    // The function opens its connection during init, so that a kept one is the rule.
    private static IEnumerable<(FaultCase Fault, bool OnKeptConnection)> Cases =>
    [
        .. FaultTable.Cases("secret").Select(fault => (fault, true)),
        .. ConnectionFaults.Cases.Concat(BrokenResponses.Cases("secret")).Select(fault => (fault, false)),
    ];

    internal Task<FaultRun> FinishedAsync(string name, bool onKeptConnection) => _runs[(name, onKeptConnection)];

    public void Dispose() => _lanes.Dispose();

    private async Task<FaultRun> InLaneAsync(FaultCase fault, bool onKeptConnection)
    {
        await _lanes.WaitAsync();
        try
        {
            return await RunAsync(fault, onKeptConnection);
        }
        finally
        {
            _lanes.Release();
        }
    }

    private static async Task<FaultRun> RunAsync(FaultCase fault, bool onKeptConnection)
    {
        var allowed = TestEvents.Text("allowed");
        await using var endpoint = new CognitoEndpoint();
        using var function = new ShippedFunction(endpoint.Address);
        if (onKeptConnection)
        {
            await function.InvokeAsync(allowed);
        }

        fault.PutTo(endpoint);
        endpoint.Hanging = () => function.Time.Advance(fault.EndsByDeadline ? ShippedFunction.TimeLeft : TimeSpan.Zero);
        var (response, line) = await function.InvokeAsync(allowed);
        // Connections are no attempts: the client may open one more than it needs.
        var attempts = endpoint.Met.Count(behaviour => behaviour.Stage == Stage.Request);

        endpoint.Clear();
        endpoint.Next(Behaviour.Respond(HttpResponse.Error(400, "UserNotFoundException", "") with { RequestId = "next-1" }));
        endpoint.Otherwise = Behaviour.Respond(HttpResponse.Success with { RequestId = "next-2" });
        var (_, next) = await function.InvokeAsync(allowed);
        var (_, last) = await function.InvokeAsync(allowed);
        return new FaultRun(fault, attempts, response, line, next, last);
    }
}
