using AddUserToGroup.Shared.Faults;

namespace AddUserToGroup.Benchmarks.Soak;

/// <summary>Draws what happens: the same for the same seed.</summary>
internal sealed class InvocationMix
{
    private readonly EventMix _events;
    private readonly PlanMix _plans;

    public InvocationMix(int seed, IReadOnlyList<FaultCase> faults)
    {
        var random = new Random(seed);
        (_events, _plans) = (new EventMix(random), new PlanMix(random, faults));
    }

    /// <param name="number">Of the invocation; each is drawn once, in their order.</param>
    public Invocation Next(int number)
    {
        var drawn = _events.Next(number);
        // Where Cognito must not be asked, it would add: what is wrong then shows at once.
        return new Invocation(number, drawn, drawn.Refusal is null ? _plans.Next() : CognitoPlan.Adds);
    }
}
