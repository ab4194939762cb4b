using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace AddUserToGroup.Local.Commands;

/// <summary>A token with a real one's claims, signed with another key.</summary>
internal static class ForgedToken
{
    public static string From(string token)
    {
        var content = token[..token.LastIndexOf('.')];
        using var key = RSA.Create(2048);
        var signature = key.SignData(
            Encoding.ASCII.GetBytes(content), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return $"{content}.{Base64Url.EncodeToString(signature)}";
    }
}
