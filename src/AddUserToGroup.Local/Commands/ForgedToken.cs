using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace AddUserToGroup.Local.Commands;

/// <summary>Makes a token with the claims of a real one and the signature of another key.</summary>
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
