using System.Text.Json;
using System.Text.Json.Serialization;

namespace AddUserToGroup.AppSync;

/// <summary>
/// The caller as AppSync describes it. AppSync does not name the authorization mode. Only a Cognito user pool identity has all
/// of <see cref="Subject"/>, <see cref="Username"/> and <see cref="Issuer"/>: IAM callers have no issuer, OIDC callers no
/// username, a Lambda authorizer's callers none of them, and an API key has no identity.
/// </summary>
internal sealed record CallerIdentity
{
    public static CallerIdentity None { get; } = new();

    /// <summary>The user's immutable id in the pool.</summary>
    [JsonPropertyName("sub")]
    public string? Subject { get; init; }

    public string? Username { get; init; }

    /// <summary>The URL of the user pool that signed the caller's token.</summary>
    public string? Issuer { get; init; }

    /// <summary>Null for a user in no group.</summary>
    public IReadOnlyList<string?>? Groups { get; init; }

    /// <summary>
    /// AppSync sends a list of strings, some emulators one string. Any type is accepted, because only the log uses it; see
    /// <see cref="SourceAddresses"/>.
    /// </summary>
    public JsonElement SourceIp { get; init; }
}
