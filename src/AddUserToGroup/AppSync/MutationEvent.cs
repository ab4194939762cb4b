using System.Text.Json.Serialization;

namespace AddUserToGroup.AppSync;

/// <summary>
/// What the function reads of an event, whichever of its callers made it; other members are ignored. A member of the
/// wrong type reads as null, so that it is refused by the rule that asks for it and with that rule's words.
/// </summary>
internal sealed record MutationEvent
{
    [JsonConverter(typeof(OrNull<MutationArguments>))]
    public MutationArguments? Arguments { get; init; }

    [JsonConverter(typeof(OrNull<CallerIdentity>))]
    public CallerIdentity? Identity { get; init; }

    /// <summary>
    /// Whether AppSync made the event itself, as a direct Lambda resolver or as Amplify's, with nothing of ours behind it
    /// that could read an <c>error</c>. This repository's resolver leaves <c>request</c> out, and the caller's token with it.
    /// </summary>
    [JsonPropertyName("request")]
    [JsonConverter(typeof(Presence))]
    public bool HasRequest { get; init; }
}
