using System.Text.Json;

namespace AddUserToGroup.Local.AppSync;

/// <summary>What the resolvers of one request share.</summary>
internal sealed record Call
{
    private int _resolvers;

    public required Caller Caller { get; init; }

    /// <summary>Lower-case names, as AppSync hands them on.</summary>
    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    public required string? SourceAddress { get; init; }

    /// <summary>A JSON object.</summary>
    public required JsonElement Variables { get; init; }

    public required ILogger Logger { get; init; }

    /// <summary>How many resolvers may run in this request.</summary>
    public required int ResolverCountLimit { get; init; }

    /// <summary>Cancelled when AppSync's time for a request is over, or the client has gone.</summary>
    public required CancellationToken Deadline { get; init; }

    /// <summary>Counts a resolver that is about to run.</summary>
    /// <exception cref="AppSyncError">It is one too many.</exception>
    public void CountResolver()
    {
        if (Interlocked.Increment(ref _resolvers) > ResolverCountLimit)
        {
            throw new AppSyncError($"Resolver limit of {ResolverCountLimit} reached.", "ResolverExecutionLimitReached");
        }
    }
}
