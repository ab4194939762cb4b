using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace AddUserToGroup.AppSync;

/// <summary>
/// The caller as AppSync describes it. AppSync names no authorization mode: an identity is a Cognito user pool's where it
/// has all of <see cref="Subject"/>, <see cref="Username"/>, <see cref="Issuer"/> and <see cref="Groups"/>. IAM callers
/// have no issuer or groups, OIDC callers no username or groups, a Lambda authorizer's none of them; for an API key there
/// is no identity at all.
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

    /// <summary>Null where there is no <c>groups</c>: some emulators leave it out.</summary>
    [JsonConverter(typeof(CallerGroupsConverter))]
    public CallerGroups? Groups { get; init; }

    /// <summary>
    /// The addresses of the header x-forwarded-for, which a client writes as it likes, and the TCP connection's own, at an end
    /// that AWS does not name. Null among them is an element that is no text.
    /// </summary>
    [AllowNull]
    [JsonPropertyName("sourceIp")]
    [JsonConverter(typeof(SourceAddressesConverter))]
    public IReadOnlyList<string?> SourceAddresses { get => field ?? []; init; }
}
