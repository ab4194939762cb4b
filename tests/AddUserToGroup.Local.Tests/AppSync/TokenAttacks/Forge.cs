using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace AddUserToGroup.Local.Tests.AppSync.TokenAttacks;

/// <summary>
/// Makes tokens that no library would make. It can sign as the pool itself, so that each attack is wrong in one way only.
/// </summary>
internal sealed class Forge(RSA pool, Attacker attacker)
{
    /// <summary>As in the pool's own tokens.</summary>
    public const string Header = """{"alg":"RS256","kid":"first-key"}""";

    /// <summary>The pool's key.</summary>
    public RSA Pool => pool;

    public Attacker Attacker => attacker;

    public static long Now => DateTimeOffset.UtcNow.ToUnixTimeSeconds();

    /// <summary>An administrator's claims.</summary>
    /// <param name="changes">Members in place of the genuine ones, or new, as JSON; null leaves one out.</param>
    public static string Claims(params ReadOnlySpan<(string Name, string? Json)> changes)
    {
        var claims = new OrderedDictionary<string, string>
        {
            ["sub"] = "\"11111111-2222-3333-4444-555555555555\"",
            ["cognito:groups"] = """["ADMINS"]""",
            ["iss"] = $"\"{TestUserPool.Issuer}\"",
            ["client_id"] = "\"client\"",
            ["token_use"] = "\"access\"",
            ["username"] = "\"admin\"",
            ["iat"] = $"{Now}",
            ["exp"] = $"{Now + 3600}",
        };
        foreach (var (name, json) in changes)
        {
            if (json is null)
            {
                claims.Remove(name);
            }
            else
            {
                claims[name] = json;
            }
        }

        return $"{{{string.Join(',', claims.Select(claim => $"\"{claim.Key}\":{claim.Value}"))}}}";
    }

    /// <summary>A token that the pool signed, with RS256.</summary>
    public string Genuine(string header = Header, string? claims = null) => Join(header, claims ?? Claims(), SignAsPool);

    /// <summary>A token that the pool signed, with other claims than an administrator's.</summary>
    public string Changed(string name, string? json) => Genuine(claims: Claims((name, json)));

    /// <summary>A token that only the attacker signed, with RS256.</summary>
    public string Foreign(string header = Header, string? claims = null) =>
        Join(header, claims ?? Claims(), Attacker.Sign);

    public static string Join(string header, string claims, Func<byte[], byte[]> sign) =>
        Join(Encoding.UTF8.GetBytes(header), Encoding.UTF8.GetBytes(claims), sign);

    public static string Join(byte[] header, byte[] claims, Func<byte[], byte[]> sign)
    {
        var content = $"{Base64Url.EncodeToString(header)}.{Base64Url.EncodeToString(claims)}";
        return $"{content}.{Base64Url.EncodeToString(sign(Encoding.ASCII.GetBytes(content)))}";
    }

    public byte[] SignAsPool(byte[] content) =>
        pool.SignData(content, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    /// <summary>The signature replaced.</summary>
    public string WithSignature(Func<byte[], byte[]> change) =>
        Join(Header, Claims(), content => change(SignAsPool(content)));

    /// <summary>One of the three parts replaced as text.</summary>
    public string WithPart(int part, Func<string, string> change)
    {
        var parts = Genuine().Split('.');
        parts[part] = change(parts[part]);
        return string.Join('.', parts);
    }
}
