using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace AddUserToGroup.Shared.Signing;

/// <summary>
/// The signature of a POST to "/" without a query:
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
/// </summary>
internal sealed partial record SignatureVersion4(string AccessKeyId, string Scope, string SignedHeaders, string Signature)
{
    /// <param name="authorization">The header of that name.</param>
    /// <returns>Null if it is not such a signature.</returns>
    public static SignatureVersion4? Read(string? authorization) =>
        Authorization.Match(authorization ?? "") is { Success: true, Groups: var groups }
            ? new(groups["key"].Value, groups["scope"].Value, groups["headers"].Value, groups["signature"].Value)
            : null;

    /// <summary>The signature that the request should have.</summary>
    /// <param name="header">Returns the value of a header of the request.</param>
    /// <param name="body">The body of the request.</param>
    /// <param name="secretAccessKey">The signer's.</param>
    public string Recompute(Func<string, string?> header, ReadOnlySpan<byte> body, string secretAccessKey)
    {
        var headers = string.Concat(SignedHeaders.Split(';').Select(name => $"{name}:{header(name)?.Trim()}\n"));
        var canonicalRequest = $"POST\n/\n\n{headers}\n{SignedHeaders}\n{Hash(body)}";
        var toSign = $"AWS4-HMAC-SHA256\n{header("X-Amz-Date")}\n{Scope}\n{Hash(Encoding.UTF8.GetBytes(canonicalRequest))}";
        var key = Scope.Split('/').Aggregate(Encoding.UTF8.GetBytes($"AWS4{secretAccessKey}"), Sign);
        return Convert.ToHexStringLower(Sign(key, toSign));
    }

    private static byte[] Sign(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));

    private static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    [GeneratedRegex(
        "^AWS4-HMAC-SHA256 Credential=(?<key>[^/]+)/(?<scope>[^,]+), "
        + "SignedHeaders=(?<headers>[^,]+), Signature=(?<signature>[0-9a-f]{64})$")]
    private static partial Regex Authorization { get; }
}
