namespace AddUserToGroup.Shared.Faults;

/// <summary>Something that Cognito's endpoint may do, and how the function has to take it.</summary>
/// <param name="Name">Says what the endpoint does.</param>
/// <param name="Outcome">The one right outcome, as in the audit line.</param>
/// <param name="Attempts">At the most so many attempts reach the endpoint, where the deadline does not end them earlier.</param>
/// <param name="Script">
/// What connections or requests meet, in order; the last goes on for as long as there are any. Whoever runs the next case
/// on the same endpoint clears what is left of it.
/// </param>
internal sealed record FaultCase(string Name, string Outcome, int Attempts, params IReadOnlyList<Behaviour> Script)
{
    /// <summary>A response that says that trying again is of no use.</summary>
    public const int Final = 1;

    /// <summary>The first attempt and two more.</summary>
    public const int Retried = 3;

    /// <summary>
    /// A connection that breaks may have been a kept one that had died: the SDK tries ten more times at once, and counts none.
    /// </summary>
    public const int Reconnected = 13;

    /// <summary>What the audit line gives as the reason; null where it depends on how far things went.</summary>
    public string? Reason { get; init; }

    /// <summary>Only the deadline ends it: the endpoint goes silent, or sends without an end.</summary>
    public bool EndsByDeadline { get; init; }

    public void PutTo(CognitoEndpoint endpoint)
    {
        endpoint.Clear();
        endpoint.Next(Script.SkipLast(1));
        endpoint.Otherwise = Script[^1];
    }

    public override string ToString() => Name;
}
