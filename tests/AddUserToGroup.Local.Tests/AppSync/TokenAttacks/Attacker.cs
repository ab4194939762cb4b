using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using AddUserToGroup.Local;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace AddUserToGroup.Local.Tests.AppSync.TokenAttacks;

/// <summary>Somebody with keys of their own and a server that offers them, in the hope that it is asked.</summary>
internal sealed class Attacker : IAsyncDisposable
{
    private readonly RSA _key = RSA.Create(2048);
    private readonly WebApplication _server = LoopbackHost.CreateBuilder(port: 0).Build();

    private Attacker() => _server.MapFallback(OfferKey);

    /// <summary>How often the server was asked.</summary>
    public int Visits { get; private set; }

    public ECDsa Curve { get; } = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    /// <summary>The public key as a JSON Web Key that says of itself that it is the pool's.</summary>
    public string Jwk => TestUserPool.Jwk(_key, "first-key");

    /// <summary>A certificate for the key, which nobody else signed, in base64.</summary>
    public string Certificate
    {
        get
        {
            var request = new CertificateRequest(
                "CN=cognito-idp.eu-west-1.amazonaws.com", _key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
            using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow, DateTimeOffset.UtcNow.AddDays(1));
            return Convert.ToBase64String(certificate.RawData);
        }
    }

    public Uri KeySet => new(new Uri(_server.Urls.Single()), "/jwks.json");

    public static async Task<Attacker> StartAsync()
    {
        var attacker = new Attacker();
        await attacker._server.StartAsync();
        return attacker;
    }

    public byte[] Sign(byte[] content) => _key.SignData(content, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _key.Dispose();
        Curve.Dispose();
    }

    private IResult OfferKey()
    {
        Visits++;
        return Results.Text($$"""{"keys":[{{Jwk}}]}""", "application/json");
    }
}
