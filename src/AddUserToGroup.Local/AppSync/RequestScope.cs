namespace AddUserToGroup.Local.AppSync;

/// <summary>What the resolvers of one request share.</summary>
internal sealed record RequestScope
{
    private int _resolvers;

    public required Caller Caller { get; init; }

    /// <summary>With lower-case names, as in AppSync.</summary>
    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    public required string? SourceAddress { get; init; }

    /// <summary>How many resolvers may run in this request.</summary>
    public required int ResolverCountLimit { get; init; }

    /// <summary>Counts a resolver that is about to run.</summary>
    /// <exception cref="AppSyncError">The request has more resolvers than it may have.</exception>
    public void CountResolver()
    {
        if (Interlocked.Increment(ref _resolvers) > ResolverCountLimit)
        {
            throw new AppSyncError($"Resolver limit of {ResolverCountLimit} reached.", "ResolverExecutionLimitReached");
        }
    }
}
