using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace AddUserToGroup.Local.Tests.UserPool;

/// <summary>The client's side of a sign-in with SRP, as <c>aws-amplify</c> and AWS's SDKs do it.</summary>
internal sealed class SrpClient(string poolName, string password)
{
    // RFC 3526's group of 3072 bits, https://www.rfc-editor.org/rfc/rfc3526#section-4.
    private static readonly BigInteger Prime = Number(
        "FFFFFFFFFFFFFFFFC90FDAA22168C234C4C6628B80DC1CD129024E088A67CC74020BBEA63B139B22514A08798E3404DD"
        + "EF9519B3CD3A431B302B0A6DF25F14374FE1356D6D51C245E485B576625E7EC6F44C42E9A637ED6B0BFF5CB6F406B7ED"
        + "EE386BFB5A899FA5AE9F24117C4B1FE649286651ECE45B3DC2007CB8A163BF0598DA48361C55D39A69163FA8FD24CF5F"
        + "83655D23DCA3AD961C62F356208552BB9ED529077096966D670C354E4ABC9804F1746C08CA18217C32905E462E36CE3B"
        + "E39E772C180E86039B2783A2EC07A28FB5C55DF06F4C52C9DE2BCBF6955817183995497CEA956AE515D2261898FA0510"
        + "15728E5A8AAAC42DAD33170D04507A33A85521ABDF1CBA64ECFB850458DBEF0A8AEA71575D060C7DB3970F85A6E1E4C7"
        + "ABF5AE8CDB0933D71E8C94E04A25619DCEE3D2261AD2EE6BF12FFA06D98A0864D87602733EC86A64521F2B18177B200C"
        + "BBE117577A615D6C770988C0BAD946E208E24FA074E5AB3143DB5BFCE0FD108E4B82D120A93AD2CAFFFFFFFFFFFFFFFF");

    private readonly BigInteger _secret = new(RandomNumberGenerator.GetBytes(32), isUnsigned: true);

    public string PublicValue => BigInteger.ModPow(2, _secret, Prime).ToString("x", CultureInfo.InvariantCulture);

    /// <summary>What answers the challenge PASSWORD_VERIFIER.</summary>
    public JsonObject Respond(JsonNode challenge)
    {
        var user = (string)challenge["USER_ID_FOR_SRP"]!;
        var block = (string)challenge["SECRET_BLOCK"]!;
        const string timestamp = "Mon Nov 2 09:00:00 UTC 2026";
        byte[] message =
        [
            .. Encoding.UTF8.GetBytes(poolName + user),
            .. Convert.FromBase64String(block),
            .. Encoding.UTF8.GetBytes(timestamp),
        ];
        return new()
        {
            ["USERNAME"] = user,
            ["PASSWORD_CLAIM_SECRET_BLOCK"] = block,
            ["TIMESTAMP"] = timestamp,
            ["PASSWORD_CLAIM_SIGNATURE"] = Convert.ToBase64String(HMACSHA256.HashData(Key(challenge, user), message)),
        };
    }

    private byte[] Key(JsonNode challenge, string user)
    {
        var serverValue = Number((string)challenge["SRP_B"]!);
        var identity = SHA256.HashData(Encoding.UTF8.GetBytes($"{poolName}{user}:{password}"));
        var x = Hash(Bytes(Number((string)challenge["SALT"]!)), identity);
        var scramble = Hash(Bytes(BigInteger.ModPow(2, _secret, Prime)), Bytes(serverValue));
        var own = Hash(Bytes(Prime), Bytes(2)) * BigInteger.ModPow(2, x, Prime);
        var difference = (((serverValue - own) % Prime) + Prime) % Prime;
        var shared = BigInteger.ModPow(difference, _secret + (scramble * x), Prime);
        return HKDF.DeriveKey(
            HashAlgorithmName.SHA256, Bytes(shared), 16, Bytes(scramble), Encoding.UTF8.GetBytes("Caldera Derived Key"));
    }

    private static BigInteger Hash(params byte[][] parts) =>
        new(SHA256.HashData([.. parts.SelectMany(part => part)]), isUnsigned: true, isBigEndian: true);

    private static BigInteger Number(string hexadecimal) =>
        BigInteger.Parse($"0{hexadecimal}", NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private static byte[] Bytes(BigInteger number) => number.ToByteArray(isBigEndian: true);
}
