using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace AddUserToGroup.Benchmarks.Endpoints;

/// <summary>
/// A certificate for localhost under as many authorities as Cognito's has (Amazon's root, its Amazon Root CA 1, its
/// "Amazon RSA 2048 M0x"), all with RSA keys of 2048 bits as there. Made anew at each start; no key is ever stored.
/// </summary>
internal sealed class CertificateChain
{
    private const int KeyBits = 2048;

    private static readonly DateTimeOffset NotBefore = DateTimeOffset.UtcNow.AddDays(-1);

    private CertificateChain(X509Certificate2 root, SslStreamCertificateContext server) =>
        (Root, Server) = (root, server);

    /// <summary>The one certificate that a client has to trust.</summary>
    public X509Certificate2 Root { get; }

    public SslStreamCertificateContext Server { get; }

    public static CertificateChain Create()
    {
        using var rootKey = RSA.Create(KeyBits);
        var rootRequest = Request("CN=Benchmark Root", rootKey, authority: true);
        var root = rootRequest.CreateSelfSigned(NotBefore, NotBefore.AddDays(30));
        var intermediate = Issue(root, "CN=Benchmark Intermediate", authority: true);
        var issuing = Issue(intermediate, "CN=Benchmark Issuing", authority: true);
        var leaf = Issue(issuing, "CN=localhost", authority: false);
        // The TLS layer takes a key only from a certificate that was read with it.
        var server = X509CertificateLoader.LoadPkcs12(leaf.Export(X509ContentType.Pkcs12), password: null);
        return new CertificateChain(
            root, SslStreamCertificateContext.Create(server, [issuing, intermediate], offline: true));
    }

    private static X509Certificate2 Issue(X509Certificate2 issuer, string name, bool authority)
    {
        using var key = RSA.Create(KeyBits);
        using var certificate = Request(name, key, authority).Create(
            issuer, NotBefore, NotBefore.AddDays(29), RandomNumberGenerator.GetBytes(16));
        return certificate.CopyWithPrivateKey(key);
    }

    private static CertificateRequest Request(string name, RSA key, bool authority)
    {
        var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(authority, false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(
            authority
                ? X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign
                : X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.KeyEncipherment,
            critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        if (!authority)
        {
            var names = new SubjectAlternativeNameBuilder();
            names.AddDnsName("localhost");
            names.AddIpAddress(IPAddress.Loopback);
            request.CertificateExtensions.Add(names.Build());
            request.CertificateExtensions.Add(
                new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1", "serverAuth")], critical: false));
        }

        return request;
    }
}
