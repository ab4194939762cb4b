using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace AddUserToGroup.Local.AppSync;

/// <summary>The user whom a verified token speaks for.</summary>
internal sealed record Caller
{
    public required string Subject { get; init; }

    public required string Issuer { get; init; }

    public required string? Username { get; init; }

    /// <summary>Null, not empty, for a user in no group.</summary>
    public required IReadOnlyList<string>? Groups { get; init; }

    /// <summary>The token's payload, all of it.</summary>
    public required JsonElement Claims { get; init; }

    public static Caller Of(JsonWebToken token)
    {
        var claims = JsonElement.Parse(Base64UrlEncoder.DecodeBytes(token.EncodedPayload));
        return new Caller
        {
            Subject = token.Subject,
            Issuer = token.Issuer,
            // An access token says `username`, an identity token `cognito:username`.
            Username = Text(claims, "username") ?? Text(claims, "cognito:username"),
            Groups = claims.TryGetProperty("cognito:groups", out var groups) && groups.ValueKind is JsonValueKind.Array
                ? [.. groups.EnumerateArray().Select(static group => group.ToString())]
                : null,
            Claims = claims,
        };
    }

    private static string? Text(JsonElement claims, string name) =>
        claims.TryGetProperty(name, out var claim) && claim.ValueKind is JsonValueKind.String
            ? claim.GetString()
            : null;
}
