using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace AddUserToGroup.Local.AppSync;

/// <summary>The user whom a valid token identifies.</summary>
internal sealed record Caller
{
    public required string Subject { get; init; }

    public required string Issuer { get; init; }

    public required string Username { get; init; }

    /// <summary>Null, not empty, for a user in no group.</summary>
    public required IReadOnlyList<string>? Groups { get; init; }

    /// <summary>The token's whole payload.</summary>
    public required JsonElement Claims { get; init; }

    /// <returns>Null if this is neither an access token nor an identity token.</returns>
    public static Caller? From(JsonWebToken token)
    {
        var username = Text("token_use") switch
        {
            "access" => Text("username"),
            "id" => Text("cognito:username"),
            _ => null,
        };
        return username is null ? null : new Caller
        {
            Subject = token.Subject,
            Issuer = token.Issuer,
            Username = username,
            Groups = token.TryGetPayloadValue<string[]>("cognito:groups", out var groups) ? groups : null,
            Claims = JsonElement.Parse(Base64UrlEncoder.DecodeBytes(token.EncodedPayload)),
        };

        string? Text(string claim) => token.TryGetPayloadValue<string>(claim, out var value) ? value : null;
    }
}
