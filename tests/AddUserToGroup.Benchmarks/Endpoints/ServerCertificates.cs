using System.Net.Security;
using AddUserToGroup.Shared.Certificates;

namespace AddUserToGroup.Benchmarks.Endpoints;

/// <summary>
/// A certificate for localhost under as many authorities as Cognito's has: Amazon's root, its Amazon Root CA 1, its
/// "Amazon RSA 2048 M0x".
/// </summary>
internal static class ServerCertificates
{
    public static SslStreamCertificateContext Below(CertificateAuthority root)
    {
        var intermediate = root.Subordinate("Test intermediate");
        var issuing = intermediate.Subordinate("Test issuing authority");
        return SslStreamCertificateContext.Create(
            issuing.Issue(), [issuing.Certificate, intermediate.Certificate], offline: true);
    }
}
