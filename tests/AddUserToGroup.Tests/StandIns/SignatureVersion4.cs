using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using AddUserToGroup.Tests.Http;

namespace AddUserToGroup.Tests.StandIns;

/// <summary>
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html, for a POST to "/".
/// </summary>
internal sealed partial record SignatureVersion4(string AccessKey, string Scope, string SignedHeaders, string Signature)
{
    public static SignatureVersion4 Of(ReceivedRequest request)
    {
        var groups = Authorization().Match(request.Headers["Authorization"]).Groups;
        return new(groups["key"].Value, groups["scope"].Value, groups["headers"].Value, groups["signature"].Value);
    }

    /// <summary>The signature that the request should have.</summary>
    public string Recompute(ReceivedRequest request, string secretKey)
    {
        var canonicalHeaders = SignedHeaders.Split(';').Select(name => $"{name}:{request.Headers[name].Trim()}\n");
        var canonicalRequest =
            $"POST\n/\n\n{string.Concat(canonicalHeaders)}\n{SignedHeaders}\n{Hash(request.Body.Span)}";
        var hash = Hash(Encoding.UTF8.GetBytes(canonicalRequest));
        var toSign = $"AWS4-HMAC-SHA256\n{request.Headers["X-Amz-Date"]}\n{Scope}\n{hash}";
        var key = Scope.Split('/').Aggregate(Encoding.UTF8.GetBytes($"AWS4{secretKey}"), Sign);
        return Convert.ToHexStringLower(Sign(key, toSign));
    }

    private static byte[] Sign(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));

    private static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    [GeneratedRegex(
        "^AWS4-HMAC-SHA256 Credential=(?<key>[^/]+)/(?<scope>[^,]+), "
        + "SignedHeaders=(?<headers>[^,]+), Signature=(?<signature>[0-9a-f]{64})$")]
    private static partial Regex Authorization();
}
