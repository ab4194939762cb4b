using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.Tokens;

namespace AddUserToGroup.Local.Tests.AppSync.TokenAttacks;

/// <summary>The token says how it is to be verified, and lies.</summary>
internal static class AlgorithmAttacks
{
    public static IEnumerable<TokenAttack> All =>
    [
        .. SharedSecret("the PEM", pool => Encoding.UTF8.GetBytes(pool.ExportSubjectPublicKeyInfoPem())),
        .. SharedSecret("the PEM and a newline", pool => Encoding.UTF8.GetBytes(pool.ExportSubjectPublicKeyInfoPem() + '\n')),
        .. SharedSecret("the PKCS#1 PEM", pool => Encoding.UTF8.GetBytes(pool.ExportRSAPublicKeyPem())),
        .. SharedSecret("the DER", pool => pool.ExportSubjectPublicKeyInfo()),
        .. SharedSecret("the PKCS#1 DER", pool => pool.ExportRSAPublicKey()),
        .. SharedSecret("the JWK", pool => Encoding.UTF8.GetBytes(TestUserPool.Jwk(pool, "first-key"))),
        .. SharedSecret("the modulus", Modulus),
        .. SharedSecret("the modulus as text", pool => Encoding.UTF8.GetBytes(Base64UrlEncoder.Encode(Modulus(pool)))),
        .. SharedSecret("nothing", _ => []),
        ByPool("RS384 by the pool's key", "RS384", HashAlgorithmName.SHA384, RSASignaturePadding.Pkcs1),
        ByPool("RS512 by the pool's key", "RS512", HashAlgorithmName.SHA512, RSASignaturePadding.Pkcs1),
        ByPool("PS256 by the pool's key", "PS256", HashAlgorithmName.SHA256, RSASignaturePadding.Pss),
        ByPool("RS256 said of an RS512 signature", "RS256", HashAlgorithmName.SHA512, RSASignaturePadding.Pkcs1),
        ByPool("RS256 said of a PS256 signature", "RS256", HashAlgorithmName.SHA256, RSASignaturePadding.Pss),
        ByPool("RS256 said of a SHA-1 signature", "RS256", HashAlgorithmName.SHA1, RSASignaturePadding.Pkcs1),
        ByCurve("ES256 by an elliptic key that the pool has", "curve-key", _ => TestUserPool.Curve),
        ByCurve("ES256 under the id of the pool's RSA key", "first-key", _ => TestUserPool.Curve),
        ByCurve("ES256 by the attacker's key", "first-key", forge => forge.Attacker.Curve),
        .. from json in new[]
           {
               "\"rs256\"", "\"Rs256\"", "\"RS256 \"", "\" RS256\"", "\"RS256\\u0000\"", "\"Rſ256\"", "\"RS\"", "\"\"",
               "null", "256", "true", "[\"RS256\"]", "{\"RS256\":1}",
           }
           select new TokenAttack($"alg is {json}", Refusal.NotAuthorized, forge => forge.Genuine(Header(json))),
        new("No alg", Refusal.NotAuthorized, forge => forge.Genuine("""{"kid":"first-key"}""")),
        new("ALG in place of alg", Refusal.NotAuthorized, forge => forge.Genuine("""{"ALG":"RS256","kid":"first-key"}""")),
        .. from name in new[] { "none", "None", "NONE", "nOnE", "none ", "ｎｏｎｅ" }
           from attack in Unsigned(name)
           select attack,
    ];

    private static IEnumerable<TokenAttack> SharedSecret(string what, Func<RSA, byte[]> secret)
    {
        yield return Hmac(256, HMACSHA256.HashData);
        yield return Hmac(384, HMACSHA384.HashData);
        yield return Hmac(512, HMACSHA512.HashData);

        TokenAttack Hmac(int bits, Func<byte[], byte[], byte[]> hash) => new(
            $"HS{bits}, the secret is {what}",
            Refusal.NotAuthorized,
            forge => Forge.Join(Header($"\"HS{bits}\""), Forge.Claims(), content => hash(secret(forge.Pool), content)));
    }

    private static TokenAttack ByPool(string name, string algorithm, HashAlgorithmName hash, RSASignaturePadding padding) => new(
        name,
        Refusal.NotAuthorized,
        forge => Forge.Join(
            Header($"\"{algorithm}\""), Forge.Claims(), content => forge.Pool.SignData(content, hash, padding)));

    private static TokenAttack ByCurve(string name, string keyId, Func<Forge, ECDsa> key) => new(
        name,
        Refusal.NotAuthorized,
        forge => Forge.Join(
            $$"""{"alg":"ES256","kid":"{{keyId}}"}""",
            Forge.Claims(),
            content => key(forge).SignData(content, HashAlgorithmName.SHA256)));

    private static IEnumerable<TokenAttack> Unsigned(string name)
    {
        yield return new($"\"{name}\", no signature", Refusal.NotAuthorized, _ => With(_ => []));
        yield return new($"\"{name}\", no second dot", Refusal.NoUsableToken, _ => With(_ => []).TrimEnd('.'));
        yield return new($"\"{name}\", the pool's signature", Refusal.NotAuthorized, forge => With(forge.SignAsPool));
        yield return new($"\"{name}\", the attacker's", Refusal.NotAuthorized, forge => With(forge.Attacker.Sign));
        yield return new(
            $"\"{name}\", no kid", Refusal.NotAuthorized, _ => Forge.Join($$"""{"alg":"{{name}}"}""", Forge.Claims(), _ => []));

        string With(Func<byte[], byte[]> sign) => Forge.Join(Header($"\"{name}\""), Forge.Claims(), sign);
    }

    private static string Header(string algorithm) => $$"""{"alg":{{algorithm}},"kid":"first-key"}""";

    private static byte[] Modulus(RSA pool) => pool.ExportParameters(includePrivateParameters: false).Modulus!;
}
