using System.Security.Cryptography;
using AddUserToGroup.Local.UserPool;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace AddUserToGroup.Local.Tests.AppSync;

/// <summary>A user pool that publishes its keys and issues any token that a test requests.</summary>
internal sealed class TestUserPool
{
    public const string Issuer = "https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_TestPool1";

    // Shared, because creating a key takes longer than most tests.
    private static readonly RSA[] Keys = [RSA.Create(2048), RSA.Create(2048)];

    private int _current;

    /// <summary>How often the keys were fetched.</summary>
    public int Fetches { get; private set; }

    /// <summary>The public key in PEM.</summary>
    public string PublicKey => Key.ExportSubjectPublicKeyInfoPem();

    public bool IsDown { get; set; }

    private RSA Key => Keys[_current];

    private string KeyId => $"key-{_current}";

    public static UserPoolInfo At(Uri endpoint) => new()
    {
        Endpoint = endpoint,
        Id = "eu-west-1_TestPool1",
        ClientId = "client",
        Issuer = Issuer,
    };

    public void Map(WebApplication app) => app.MapGet("/eu-west-1_TestPool1/.well-known/jwks.json", () =>
    {
        Fetches++;
        var key = JsonWebKeyConverter.ConvertFromRSASecurityKey(new(Key.ExportParameters(includePrivateParameters: false)) { KeyId = KeyId });
        return IsDown
            ? Results.StatusCode(StatusCodes.Status503ServiceUnavailable)
            : Results.Json(new { keys = new[] { new { key.Kty, key.Kid, key.E, key.N, Alg = "RS256", Use = "sig" } } });
    });

    /// <summary>From now on the pool signs with another key, and publishes that one alone.</summary>
    public void RotateKey() => _current++;

    /// <summary>A valid access token of this pool, except for what the test changes.</summary>
    /// <param name="groups">The caller's groups.</param>
    /// <param name="key">Signs the token instead of the pool's key; the header names the pool's key all the same.</param>
    /// <param name="algorithm">The signature's algorithm.</param>
    /// <param name="changes">Claims to replace; null removes one. The name <c>+exp</c> sets seconds from now.</param>
    public string Issue(
        IEnumerable<string>? groups = null,
        SecurityKey? key = null,
        string algorithm = SecurityAlgorithms.RsaSha256,
        params (string Claim, object? Value)[] changes)
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

        foreach (var (claim, value) in changes)
        {
            claims.Remove(claim);
            if (value is not null)
            {
                claims[claim.TrimStart('+')] = claim.StartsWith('+') ? now + (int)value : value;
            }
        }

        key ??= new RsaSecurityKey(Key);
        key.KeyId = KeyId;
        key.CryptoProviderFactory = new() { CacheSignatureProviders = false };
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Claims = claims,
            SigningCredentials = new SigningCredentials(key, algorithm),
        });
    }
}
