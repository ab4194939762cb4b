using System.Text.Json;

namespace AddUserToGroup.Local.AppSync;

/// <summary>What the resolvers of one request share.</summary>
internal sealed record Call
{
    public required Caller Caller { get; init; }

    /// <summary>Lower-case names, as AppSync hands them on.</summary>
    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    public required string? SourceAddress { get; init; }

    /// <summary>A JSON object.</summary>
    public required JsonElement Variables { get; init; }

    public required ILogger Logger { get; init; }

    /// <summary>Cancelled when AppSync's time for a request is over, or the client has gone.</summary>
    public required CancellationToken Deadline { get; init; }
}
