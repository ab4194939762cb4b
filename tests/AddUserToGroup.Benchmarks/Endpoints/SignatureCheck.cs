using System.Globalization;
using AddUserToGroup.Shared.Signing;

namespace AddUserToGroup.Benchmarks.Endpoints;

/// <summary>Whether a request is signed with the sandbox's credentials, for Cognito, and now.</summary>
internal static class SignatureCheck
{
    private static readonly string[] Required = ["host", "x-amz-date", "x-amz-security-token"];

    /// <summary>How far the signature's time may be off, as at AWS.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    /// <returns>Null for a good signature; otherwise what is wrong with it.</returns>
    public static string? Fault(HttpRequest request, TimeSpan tolerance)
    {
        if (SignatureVersion4.Read(request.Header("Authorization")) is not { } signature)
        {
            return "is not signed";
        }

        var time = request.Header("X-Amz-Date") ?? "";
        if (!DateTimeOffset.TryParseExact(
                time, "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var signedAt)
            || (DateTimeOffset.UtcNow - signedAt).Duration() > tolerance)
        {
            return $"is dated {time}";
        }

        var scope = $"{time[..8]}/{SandboxCredentials.Region}/cognito-idp/aws4_request";
        if (signature.AccessKeyId != SandboxCredentials.AccessKeyId || signature.Scope != scope)
        {
            return $"is signed by {signature.AccessKeyId} for {signature.Scope}";
        }

        if (request.Header("X-Amz-Security-Token") != SandboxCredentials.SessionToken)
        {
            return "lacks the session token";
        }

        if (!Required.All(signature.SignedHeaders.Split(';').Contains))
        {
            return $"is signed without all of {string.Join(", ", Required)}";
        }

        return signature.Signature == signature.Recompute(request.Header, request.Body, SandboxCredentials.SecretAccessKey)
            ? null
            : "has a wrong signature";
    }
}
