using AddUserToGroup.Shared.Faults;

namespace AddUserToGroup.Benchmarks.Soak;

/// <summary>What Cognito does about one event, and how long the function may take over it.</summary>
internal sealed record CognitoPlan(FaultCase Case, TimeSpan TimeLimit)
{
    /// <summary>As template.yaml has it.</summary>
    private static readonly TimeSpan Normal = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Leaves 100 ms for Cognito: the function keeps half a second of its time for itself. What hangs, and what the SDK
    /// tries again after a pause, costs the soak no more than that.
    /// </summary>
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(600);

    private static readonly TimeSpan TooShort = TimeSpan.FromMilliseconds(400);

    private static readonly FaultCase Addition = new("adds", Outcomes.Added, 1, Behaviour.Respond(HttpResponse.Success));

    private static readonly FaultCase Unreached =
        new("is not reached", Outcomes.Unavailable.Outcome, 0, Behaviour.Respond(HttpResponse.Success));

    /// <summary>Whether Cognito closes the connections that are kept, before the event comes.</summary>
    public bool ClosesConnections { get; private init; }

    /// <summary>Whether nobody listens while the event lasts.</summary>
    public bool RefusesConnections { get; private init; }

    /// <summary>Whether the deadline may come before the outcome that the case would have.</summary>
    public bool IsShort => TimeLimit == Short;

    /// <summary>Whether there is no time at all for Cognito.</summary>
    public bool IsTooShort => TimeLimit == TooShort;

    public bool IsFault => Case != Addition || ClosesConnections || RefusesConnections || IsTooShort;

    public static CognitoPlan Adds { get; } = new(Addition, Normal);

    public static CognitoPlan AddsOnNewConnection { get; } = Adds with { ClosesConnections = true };

    public static CognitoPlan IsNotReached { get; } = new(Unreached, Short) { RefusesConnections = true };

    public static CognitoPlan HasNoTime { get; } = new(Unreached, TooShort);

    /// <param name="fault">What Cognito does.</param>
    /// <param name="hurries">Whether it may be cut short where it would take long.</param>
    public static CognitoPlan Of(FaultCase fault, bool hurries) =>
        new(fault, fault.EndsByDeadline || (hurries && fault.Attempts > FaultCase.Final) ? Short : Normal);

    public override string ToString() =>
        Case.Name + (ClosesConnections ? ", on a new connection" : IsTooShort ? ": no time is left" : "");
}
