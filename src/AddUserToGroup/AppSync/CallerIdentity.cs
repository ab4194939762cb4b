using System.Text.Json.Serialization;

namespace AddUserToGroup.AppSync;

/// <summary>
/// The caller as AppSync describes it. AppSync names no authorization mode: an identity is a Cognito user pool's where it
/// has all of <see cref="Subject"/>, <see cref="Username"/>, <see cref="Issuer"/> and <see cref="Groups"/>. IAM callers
/// have no issuer or groups, OIDC callers no username or groups, a Lambda authorizer's none of them; for an API key there
/// is no identity at all. Groups are null, too, for a user who is in none.
/// </summary>
internal sealed record CallerIdentity
{
    public static CallerIdentity Nobody { get; } = new();

    /// <summary>The user's immutable id in the pool.</summary>
    [JsonPropertyName("sub")]
    [JsonConverter(typeof(OrNullConverter<string>))]
    public string? Subject { get; init; }

    [JsonConverter(typeof(OrNullConverter<string>))]
    public string? Username { get; init; }

    /// <summary>The URL of the user pool that signed the caller's token.</summary>
    [JsonConverter(typeof(OrNullConverter<string>))]
    public string? Issuer { get; init; }

    [JsonConverter(typeof(OrNullConverter<string[]>))]
    public string[]? Groups { get; init; }

    /// <summary>The addresses that the request came through; only the last is AppSync's own observation.</summary>
    [JsonPropertyName("sourceIp")]
    [JsonConverter(typeof(OrNullConverter<string[]>))]
    public string[]? SourceAddresses { get; init; }
}
