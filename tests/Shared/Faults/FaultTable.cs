namespace AddUserToGroup.Shared.Faults;

/// <summary>Everything that the endpoint is made to do.</summary>
internal static class FaultTable
{
    /// <param name="text">What the endpoint says wherever it can say something: in an error's message, in a page.</param>
    public static IReadOnlyList<FaultCase> Cases(string text) =>
    [
        .. ConnectionFaults.Cases,
        .. BrokenResponses.Cases(text),
        .. ForeignResponses.Cases(text),
        .. CognitoErrors.Cases(text),
        .. LargeResponses.Cases,
        .. FaultSequences.Cases(text),
    ];
}
