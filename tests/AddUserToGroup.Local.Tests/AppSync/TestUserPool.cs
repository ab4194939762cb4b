using System.Security.Cryptography;
using AddUserToGroup.Local.UserPool;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace AddUserToGroup.Local.Tests.AppSync;

/// <summary>A user pool as far as an API needs one: it publishes keys, and issues whatever token a test asks for.</summary>
internal sealed class TestUserPool : IDisposable
{
    public const string Issuer = "https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_TestPool1";

    // Shared, because making one takes longer than most tests.
    private static readonly RSA FirstKey = RSA.Create(2048);

    /// <summary>Published beside the others, though no user pool has such keys.</summary>
    public static ECDsa Curve { get; } = ECDsa.Create(ECCurve.NamedCurves.nistP256);

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

        var curve = Curve.ExportParameters(includePrivateParameters: false).Q;
        return Results.Text(
            $$"""
            {"keys":[
              {"kty":"EC","alg":"ES256","use":"sig","kid":"curve-key","crv":"P-256","x":"{{Base64UrlEncoder.Encode(curve.X)}}","y":"{{Base64UrlEncoder.Encode(curve.Y)}}"},
              {{Jwk(_key, _keyId)}}
            ]}
            """,
            "application/json");
    });

    /// <summary>A public key as a user pool publishes it.</summary>
    public static string Jwk(RSA key, string keyId)
    {
        var parameters = key.ExportParameters(includePrivateParameters: false);
        return $$"""
            {"alg":"RS256","e":"{{Base64UrlEncoder.Encode(parameters.Exponent)}}","kid":"{{keyId}}","kty":"RSA","n":"{{Base64UrlEncoder.Encode(parameters.Modulus)}}","use":"sig"}
            """;
    }

    public static UserPoolInfo At(Uri endpoint) => new()
    {
        Endpoint = endpoint,
        Id = "eu-west-1_TestPool1",
        ClientId = "client",
        Issuer = Issuer,
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
        Action<Dictionary<string, object>>? change = null)
    {
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        var claims = new Dictionary<string, object>
        {
            ["sub"] = "11111111-2222-3333-4444-555555555555",
            ["iss"] = Issuer,
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
            SigningCredentials = new SigningCredentials(
                new RsaSecurityKey(_key) { KeyId = _keyId, CryptoProviderFactory = new() { CacheSignatureProviders = false } },
                SecurityAlgorithms.RsaSha256),
        });
    }

    public void Dispose()
    {
        if (_key != FirstKey)
        {
            _key.Dispose();
        }
    }
}
