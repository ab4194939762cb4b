using System.Security.Cryptography;
using AddUserToGroup.Local.UserPool;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace AddUserToGroup.EndToEndTests.AppSync;

/// <summary>A user pool as far as an API needs one: it publishes keys, and issues whatever token a test asks for.</summary>
internal sealed class TestUserPool : IDisposable
{
    // Shared, because making one takes longer than most tests.
    private static readonly RSA FirstKey = RSA.Create(2048);

    private RSA _key = FirstKey;
    private string _keyId = "first-key";

    /// <summary>How often the keys were fetched.</summary>
    public int Fetches { get; private set; }

    public RSA Key => _key;

    public bool IsDown { get; set; }

    public void Map(WebApplication app) => app.MapGet("/eu-west-1_TestPool1/.well-known/jwks.json", () =>
    {
        Fetches++;
        if (IsDown)
        {
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }

        var key = _key.ExportParameters(includePrivateParameters: false);
        return Results.Json(new
        {
            keys = new[]
            {
                new
                {
                    alg = "RS256",
                    e = Base64UrlEncoder.Encode(key.Exponent),
                    kid = _keyId,
                    kty = "RSA",
                    n = Base64UrlEncoder.Encode(key.Modulus),
                    use = "sig",
                },
            },
        });
    });

    public static UserPoolInfo At(Uri endpoint) => new()
    {
        Endpoint = endpoint,
        Id = "eu-west-1_TestPool1",
        ClientId = "client",
        Issuer = "https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_TestPool1",
    };

    /// <summary>From now on the pool signs with another key, and publishes that one alone.</summary>
    public void RotateKey()
    {
        _key = RSA.Create(2048);
        _keyId = "second-key";
    }

    /// <summary>An access token of this pool, genuine and valid, but for what the test changes.</summary>
    public string Issue(
        IEnumerable<string>? groups = null,
        Action<Dictionary<string, object>>? change = null,
        SigningCredentials? signWith = null)
    {
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        var claims = new Dictionary<string, object>
        {
            ["sub"] = "11111111-2222-3333-4444-555555555555",
            ["iss"] = "https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_TestPool1",
            ["client_id"] = "client",
            ["token_use"] = "access",
            ["username"] = "admin",
            ["iat"] = now,
            ["exp"] = now + 3600,
        };
        if (groups is not null)
        {
            claims["cognito:groups"] = groups.ToArray();
        }

        change?.Invoke(claims);
        var handler = new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false };
        return handler.CreateToken(new SecurityTokenDescriptor
        {
            Claims = claims,
            SigningCredentials = signWith ?? SignedBy(_key, _keyId),
        });
    }

    /// <param name="key">Need not be this pool's.</param>
    /// <param name="keyId">What the token says of the key.</param>
    public static SigningCredentials SignedBy(RSA key, string keyId = "first-key") => new(
        new RsaSecurityKey(key) { KeyId = keyId, CryptoProviderFactory = new() { CacheSignatureProviders = false } },
        SecurityAlgorithms.RsaSha256);

    public void Dispose()
    {
        if (_key != FirstKey)
        {
            _key.Dispose();
        }
    }
}
