namespace AddUserToGroup.Shared.Faults;

/// <summary>Something that Cognito's endpoint may do, and how the function ends then.</summary>
/// <param name="Name">What the endpoint does.</param>
/// <param name="Outcome">As in the audit line.</param>
/// <param name="Attempts">The most attempts that reach the endpoint.</param>
/// <param name="Script">The behaviours, in order. The last one repeats.</param>
internal sealed record FaultCase(string Name, string Outcome, int Attempts, params IReadOnlyList<Behaviour> Script)
{
    /// <summary>A response that rules out a retry.</summary>
    public const int Final = 1;

    /// <summary>The first attempt and two more.</summary>
    public const int Retried = 3;

    /// <summary>If a connection breaks, the SDK retries up to ten times more at once, in case it had been idle too long.</summary>
    public const int Reconnected = 13;

    /// <summary>The reason in the audit line; null if it varies.</summary>
    public string? Reason { get; init; }

    /// <summary>Only the deadline ends the call: the endpoint stops sending.</summary>
    public bool EndsByDeadline { get; init; }

    /// <summary>Replaces what the endpoint does. Call <see cref="CognitoEndpoint.Clear"/> before another case.</summary>
    public void ApplyTo(CognitoEndpoint endpoint)
    {
        endpoint.Clear();
        endpoint.Enqueue(Script.SkipLast(1));
        endpoint.Default = Script[^1];
    }

    public override string ToString() => Name;
}
