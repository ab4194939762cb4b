using AddUserToGroup.Shared.Faults;

namespace AddUserToGroup.Benchmarks.Soak;

/// <summary>
/// Draws what Cognito does. One call in twenty meets a fault; none of the table comes again before all others have.
/// </summary>
internal sealed class PlanMix(Random random, IReadOnlyList<FaultCase> faults)
{
    private readonly Stack<FaultCase> _deck = new();

    public CognitoPlan Next() => random.Next(1000) switch
    {
        < 950 => CognitoPlan.Adds,
        < 956 => CognitoPlan.AddsOnNewConnection,
        < 958 => CognitoPlan.IsNotReached,
        < 960 => CognitoPlan.HasNoTime,
        // What is tried again is so with pauses of up to three seconds, for which there is time only now and then.
        _ => CognitoPlan.Of(Deal(), hurries: random.Next(10) > 0),
    };

    private FaultCase Deal()
    {
        if (_deck.Count == 0)
        {
            FaultCase[] all = [.. faults];
            random.Shuffle(all);
            Array.ForEach(all, _deck.Push);
        }

        return _deck.Pop();
    }
}
