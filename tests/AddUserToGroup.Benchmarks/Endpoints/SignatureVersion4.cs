using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace AddUserToGroup.Benchmarks.Endpoints;

/// <summary>
/// Recomputes a request's signature from AWS's description of Signature Version 4, for requests to "/" without a query:
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
/// </summary>
internal static class SignatureVersion4
{
    private const string Algorithm = "AWS4-HMAC-SHA256";
    private const string Service = "cognito-idp";

    private static readonly string[] Required = ["host", "x-amz-date", "x-amz-security-token"];

    /// <summary>How far the signature's time may be off, as at AWS.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    /// <returns>Null for a good signature; otherwise what is wrong with it.</returns>
    public static string? Fault(HttpRequest request, TimeSpan tolerance)
    {
        if (request.Header("Authorization") is not { } authorization
            || !authorization.StartsWith(Algorithm, StringComparison.Ordinal))
        {
            return "is not signed";
        }

        var fields = authorization[Algorithm.Length..]
            .Split(',', StringSplitOptions.TrimEntries)
            .Select(field => field.Split('=', 2))
            .ToDictionary(field => field[0], field => field[1], StringComparer.Ordinal);
        var time = request.Header("X-Amz-Date") ?? "";
        if (!DateTimeOffset.TryParseExact(
                time,
                "yyyyMMdd'T'HHmmss'Z'",
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal,
                out var signedAt)
            || (DateTimeOffset.UtcNow - signedAt).Duration() > tolerance)
        {
            return $"is dated {time}";
        }

        var scope = $"{time[..8]}/{SandboxCredentials.Region}/{Service}/aws4_request";
        if (fields["Credential"] != $"{SandboxCredentials.AccessKeyId}/{scope}")
        {
            return $"is signed for {fields["Credential"]}";
        }

        if (request.Header("X-Amz-Security-Token") != SandboxCredentials.SessionToken)
        {
            return "lacks the session token";
        }

        var names = fields["SignedHeaders"].Split(';');
        if (!Required.All(names.Contains))
        {
            return $"is signed without all of {string.Join(", ", Required)}";
        }

        var headers = string.Concat(names.Select(name => $"{name}:{request.Header(name)}\n"));
        var canonical = $"{request.Method}\n/\n\n{headers}\n{fields["SignedHeaders"]}\n{Hash(request.Body)}";
        var toSign = $"{Algorithm}\n{time}\n{scope}\n{Hash(Encoding.UTF8.GetBytes(canonical))}";
        var signature = Convert.ToHexStringLower(Sign(SigningKey(time[..8]), toSign));
        return fields["Signature"] == signature ? null : "has a wrong signature";
    }

    private static byte[] SigningKey(string date) =>
        new[] { date, SandboxCredentials.Region, Service, "aws4_request" }
            .Aggregate(Encoding.UTF8.GetBytes($"AWS4{SandboxCredentials.SecretAccessKey}"), Sign);

    private static byte[] Sign(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
