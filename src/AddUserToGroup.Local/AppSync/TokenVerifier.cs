using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using AddUserToGroup.Local.UserPool;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace AddUserToGroup.Local.AppSync;

/// <summary>
/// Decides whose request this is, from the bare token in the <c>Authorization</c> header. User pool tokens only:
/// requests with an API key or signed for IAM get the refusal of an API that has no such mode.
/// </summary>
internal sealed class TokenVerifier(UserPoolInfo userPool, HttpClient http, TimeProvider time)
{
    // The longest that Cognito lets an access or identity token live:
    // https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_TokenValidityUnitsType.html
    private const long LongestLife = 24 * 60 * 60;

    private readonly JsonWebTokenHandler _handler = new();
    private readonly SigningKeys _keys = new(userPool.KeySet, http);

    /// <exception cref="RequestRefusedException">No token, or not this pool's, not genuine, not valid now.</exception>
    public async Task<Caller> VerifyAsync(string? authorization, CancellationToken cancellationToken)
    {
        if (CompactToken.Read(authorization) is not { } token || token.Claims.Text("iss") != userPool.Issuer)
        {
            // The issuer is how AppSync picks the provider: a token of none is no token.
            throw RequestRefusedException.NoUsableToken();
        }

        if (await IsGenuineAsync(token, cancellationToken) && Caller.Of(token.Claims) is { } caller)
        {
            RefuseUnlessValidNow(token.Claims);
            return caller;
        }

        throw RequestRefusedException.NotAuthorized();
    }

    private async Task<bool> IsGenuineAsync(CompactToken token, CancellationToken cancellationToken) =>
        HasNothingUnknown(token.Header)
        && token.Header.Text("alg") == SecurityAlgorithms.RsaSha256
        && token.Header.Text("kid") is { Length: > 0 } keyId
        && await _keys.FindAsync(keyId, cancellationToken) is { } key
        && await IsSignedWithAsync(key, token.Text);

    // Cognito writes `alg` and `kid`, emulators `typ` as well. Whatever else there is changes how a token has to be read
    // (`crit`, `b64`), or would have its sender name the key (`jwk`, `jku`, `x5c`).
    private static bool HasNothingUnknown(JsonElement header) =>
        header.EnumerateObject().All(static member => member.Name is "alg" or "kid" or "typ");

    [SuppressMessage("Security", "CA5404", Justification =
        "AppSync takes the tokens of every app client of the pool; the time is checked apart, by this API's clock.")]
    private async Task<bool> IsSignedWithAsync(SecurityKey key, string token)
    {
        var result = await _handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            IssuerSigningKey = key,
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
            ValidIssuer = userPool.Issuer,
            ValidateAudience = false,
            ValidateLifetime = false,
        });
        return result.IsValid;
    }

    // To the second, and without any tolerance for a clock that is wrong.
    private void RefuseUnlessValidNow(JsonElement claims)
    {
        var now = time.GetUtcNow().ToUnixTimeSeconds();
        if (!claims.TryGetProperty("exp", out _) || claims.Integer("exp") <= now)
        {
            throw RequestRefusedException.Unauthorized("Token has expired.");
        }

        var hasBegun = claims.Integer("iat") <= now
            && (!claims.TryGetProperty("nbf", out _) || claims.Integer("nbf") <= now);
        // A comparison with what is no whole number is false.
        if (!hasBegun || !(claims.Integer("exp") <= now + LongestLife))
        {
            throw RequestRefusedException.NotAuthorized();
        }
    }
}
