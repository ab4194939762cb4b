using System.Diagnostics.CodeAnalysis;
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
    private readonly JsonWebTokenHandler _handler = new();
    private readonly SigningKeys _keys = new(userPool.KeySet, http);

    /// <exception cref="RequestRefusedException">No token, or not this pool's, not genuine, not valid now.</exception>
    public async Task<Caller> VerifyAsync(string? authorization, CancellationToken cancellationToken)
    {
        var token = Read(authorization);
        if (token.Issuer != userPool.Issuer)
        {
            // The issuer is how AppSync picks the provider: a token of none is no token.
            throw RequestRefusedException.NoUsableToken();
        }

        var failure = await FindFailureAsync(token, cancellationToken);
        if (failure is SecurityTokenExpiredException)
        {
            throw RequestRefusedException.Unauthorized("Token has expired.");
        }

        return failure is null && IsForAnApi(token)
            ? Caller.Of(token)
            : throw RequestRefusedException.Unauthorized("You are not authorized to make this call.");
    }

    // A refresh token, where it is a token at all, says so or says nothing.
    private static bool IsForAnApi(JsonWebToken token) =>
        token.TryGetPayloadValue<string>("token_use", out var use) && use is "access" or "id"
        && token.Subject.Length > 0;

    private JsonWebToken Read(string? authorization)
    {
        try
        {
            return _handler.ReadJsonWebToken(authorization);
        }
        catch (Exception exception) when (exception is ArgumentException or SecurityTokenException)
        {
            throw RequestRefusedException.NoUsableToken();
        }
    }

    [SuppressMessage("Security", "CA5404", Justification = "AppSync takes the tokens of every app client of the pool.")]
    private async Task<Exception?> FindFailureAsync(JsonWebToken token, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(token.Kid) || await _keys.FindAsync(token.Kid, cancellationToken) is not { } key)
        {
            return new SecurityTokenSignatureKeyNotFoundException();
        }

        var result = await _handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            IssuerSigningKey = key,
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
            ValidIssuer = userPool.Issuer,
            ValidateAudience = false,
            LifetimeValidator = IsValidNow,
        });
        return result.IsValid ? null : result.Exception;
    }

    private bool IsValidNow(DateTime? from, DateTime? to, SecurityToken token, TokenValidationParameters parameters)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return to > now ? from is null || from <= now : throw new SecurityTokenExpiredException();
    }
}
