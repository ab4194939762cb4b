using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace AddUserToGroup.AppSync;

/// <summary>
/// What the function reads of an event, whichever of its callers made it; other members are ignored. A member of the
/// wrong type reads as if it were not there, so that it is refused by the rule that asks for it and with that rule's words.
/// </summary>
internal sealed record MutationEvent
{
    /// <summary>An event that could not be read: nobody asks for nothing.</summary>
    public static MutationEvent Empty { get; } = new();

    [AllowNull]
    [JsonConverter(typeof(OrNullConverter<MutationArguments>))]
    public MutationArguments Arguments { get => field ?? MutationArguments.None; init; }

    [AllowNull]
    [JsonConverter(typeof(OrNullConverter<CallerIdentity>))]
    public CallerIdentity Identity { get => field ?? CallerIdentity.Nobody; init; }

    /// <summary>
    /// Whether AppSync made the event itself, as a direct Lambda resolver or as Amplify's, with nothing of ours behind it
    /// that could read an <c>error</c>. This repository's resolver leaves <c>request</c> out, and the caller's token with it.
    /// </summary>
    [JsonPropertyName("request")]
    [JsonConverter(typeof(PresenceConverter))]
    public bool IsMadeByAppSync { get; init; }
}
