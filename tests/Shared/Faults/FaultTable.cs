namespace AddUserToGroup.Shared.Faults;

/// <summary>All faults except those of TLS, which are in <see cref="HandshakeFaults"/>.</summary>
internal static class FaultTable
{
    /// <param name="text">What the endpoint writes into error messages and pages.</param>
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
