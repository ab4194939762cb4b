namespace AddUserToGroup.Local.UserPool;

/// <summary>A user pool's endpoint and ids.</summary>
internal sealed record UserPoolInfo
{
    /// <summary>The URL of Cognito's API.</summary>
    public required Uri Endpoint { get; init; }

    public required string Id { get; init; }

    public required string ClientId { get; init; }

    /// <summary>The <c>iss</c> claim of the pool's tokens, compared ordinally.</summary>
    public required string Issuer { get; init; }

    /// <summary>The pool's public keys (JSON Web Key Set).</summary>
    public Uri KeySet => new(Endpoint, $"/{Id}/.well-known/jwks.json");
}
