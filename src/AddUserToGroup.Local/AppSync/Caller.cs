using System.Text.Json;

namespace AddUserToGroup.Local.AppSync;

/// <summary>The user whom a verified token speaks for.</summary>
internal sealed record Caller
{
    public required string Subject { get; init; }

    public required string Issuer { get; init; }

    public required string Username { get; init; }

    /// <summary>Null, not empty, for a user in no group.</summary>
    public required IReadOnlyList<string>? Groups { get; init; }

    /// <summary>The token's payload, all of it.</summary>
    public required JsonElement Claims { get; init; }

    /// <returns>Null where the claims lack what an access or identity token has: those of a refresh token, for instance.</returns>
    public static Caller? Of(JsonElement claims)
    {
        var username = claims.Text("token_use") switch
        {
            "access" => claims.Text("username"),
            "id" => claims.Text("cognito:username"),
            _ => null,
        };
        if (string.IsNullOrEmpty(username)
            || claims.Text("sub") is not { Length: > 0 } subject
            || claims.Text("iss") is not { } issuer)
        {
            return null;
        }

        return new Caller
        {
            Subject = subject,
            Issuer = issuer,
            Username = username,
            Groups = claims.TryGetProperty("cognito:groups", out var groups) && groups.ValueKind is JsonValueKind.Array
                ? [.. groups.EnumerateArray().Select(static group => group.Text()).OfType<string>()]
                : null,
            Claims = claims,
        };
    }
}
