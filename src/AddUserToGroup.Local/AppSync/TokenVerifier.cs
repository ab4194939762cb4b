using System.Diagnostics.CodeAnalysis;
using AddUserToGroup.Local.UserPool;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace AddUserToGroup.Local.AppSync;

/// <summary>
/// Identifies the caller by the bare token in the <c>Authorization</c> header. It accepts user pool tokens only: requests with an
/// API key or signed for IAM are rejected as by an API that has no such mode.
/// </summary>
internal sealed class TokenVerifier(UserPoolInfo userPool, HttpClient http)
{
    private static readonly JsonWebTokenHandler Handler = new();

    private readonly SigningKeys _keys = new(userPool.KeySet, http);

    /// <exception cref="RequestRejectedException">The token is missing, not this pool's, forged, or not valid now.</exception>
    [SuppressMessage("Security", "CA5404", Justification = "AppSync accepts the tokens of every app client of the pool.")]
    public async Task<Caller> VerifyAsync(string? authorization, CancellationToken cancellationToken)
    {
        // AppSync selects the provider by the issuer, so a token of another issuer counts as none.
        if (Read(authorization) is not { } token || token.Issuer != userPool.Issuer)
        {
            throw RequestRejectedException.NoUsableToken();
        }

        var result = await Handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            IssuerSigningKey = await _keys.FindAsync(token.Kid, cancellationToken),
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
            ValidIssuer = userPool.Issuer,
            ValidateAudience = false,
            ClockSkew = TimeSpan.Zero,
        });
        if (result.Exception is SecurityTokenExpiredException)
        {
            throw RequestRejectedException.Unauthorized("Token has expired.");
        }

        return (result.IsValid ? Caller.From(token) : null) ?? throw RequestRejectedException.NotAuthorized();
    }

    private static JsonWebToken? Read(string? text)
    {
        try
        {
            return string.IsNullOrEmpty(text) ? null : new(text);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
