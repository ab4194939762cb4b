using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace AddUserToGroup.Local.Tests.AppSync.TokenAttacks;

/// <summary>The pool's own token with something about its signature, or about what was signed, changed.</summary>
internal static class SignatureAttacks
{
    public static IEnumerable<TokenAttack> All =>
    [
        Signature("Empty signature", _ => []),
        Signature("Signature cut by a byte at the end", genuine => genuine[..^1]),
        Signature("Signature cut by a byte at the start", genuine => genuine[1..]),
        Signature("Half the signature", genuine => genuine[..128]),
        Signature("Signature and a zero", genuine => [.. genuine, 0]),
        Signature("A zero and the signature", genuine => [0, .. genuine]),
        Signature("The signature twice", genuine => [.. genuine, .. genuine]),
        Signature("The signature backwards", genuine => [.. genuine.Reverse()]),
        .. from bit in new[] { 0, 7, 1000, 1024, 2040, 2047 } select Signature($"Bit {bit} of the signature flipped", Flip(bit)),
        Signature("Zeros", _ => new byte[256]),
        Signature("Ones", _ => [.. Enumerable.Repeat<byte>(0xff, 256)]),
        Signature("The number one", _ => [.. new byte[255], 1]),
        Signature("One zero", _ => [0]),
        Signature("15,000 bytes", _ => new byte[15_000]),
        new("The signature plus the modulus", Refusal.NotAuthorized, forge => forge.WithSignature(genuine =>
            (Number(genuine) + Number(Modulus(forge))).ToByteArray(isUnsigned: true, isBigEndian: true))),
        new("The modulus less the signature", Refusal.NotAuthorized, forge => forge.WithSignature(genuine =>
            (Number(Modulus(forge)) - Number(genuine)).ToByteArray(isUnsigned: true, isBigEndian: true))),
        new("The modulus for a signature", Refusal.NotAuthorized, forge => forge.WithSignature(_ => Modulus(forge))),
        new("The signature of another token", Refusal.NotAuthorized, forge =>
            forge.WithPart(2, _ => forge.Changed("jti", "1").Split('.')[2])),
        new("An ordinary user's token, ADMINS put in", Refusal.NotAuthorized, forge =>
        {
            var ordinary = forge.Changed("cognito:groups", "[\"VIEWERS\"]").Split('.');
            return $"{ordinary[0]}.{forge.Genuine().Split('.')[1]}.{ordinary[2]}";
        }),
        new("The signature of the same claims, spaced", Refusal.NotAuthorized, forge =>
            forge.WithPart(2, _ => forge.Genuine(claims: Forge.Claims().Replace(",", ", ", StringComparison.Ordinal)).Split('.')[2])),
        new("The signature of the claims alone", Refusal.NotAuthorized, forge => Forge.Join(
            Forge.Header, Forge.Claims(), content => forge.SignAsPool(content[(Array.IndexOf(content, (byte)'.') + 1)..]))),
        new("The signature of the text before encoding", Refusal.NotAuthorized, forge => Forge.Join(
            Forge.Header, Forge.Claims(), _ => forge.SignAsPool(Encoding.UTF8.GetBytes($"{Forge.Header}.{Forge.Claims()}")))),
        new("The hash for a signature", Refusal.NotAuthorized, _ => Forge.Join(Forge.Header, Forge.Claims(), SHA256.HashData)),
    ];

    private static TokenAttack Signature(string name, Func<byte[], byte[]> change) =>
        new(name, Refusal.NotAuthorized, forge => forge.WithSignature(change));

    private static Func<byte[], byte[]> Flip(int bit) => genuine =>
    {
        genuine[bit / 8] ^= (byte)(1 << (bit % 8));
        return genuine;
    };

    private static byte[] Modulus(Forge forge) => forge.Pool.ExportParameters(includePrivateParameters: false).Modulus!;

    private static BigInteger Number(byte[] bytes) => new(bytes, isUnsigned: true, isBigEndian: true);
}
