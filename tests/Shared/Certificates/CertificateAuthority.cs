using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace AddUserToGroup.Shared.Certificates;

/// <summary>A root of trust, authorities below it, and server certificates: RSA keys of 2048 bits, as Cognito's have.</summary>
internal sealed class CertificateAuthority : IDisposable
{
    private const int KeyBits = 2048;

    private readonly List<IDisposable> _issued = [];

    /// <summary>A root, good from two days ago for two days to come.</summary>
    public CertificateAuthority()
    {
        using var key = RSA.Create(KeyBits);
        Certificate = Request("CN=Test root", key, isAuthority: true)
            .CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-2), DateTimeOffset.UtcNow.AddDays(2));
    }

    private CertificateAuthority(X509Certificate2 certificate) => Certificate = certificate;

    public X509Certificate2 Certificate { get; }

    public string RootPem => Certificate.ExportCertificatePem();

    /// <summary>An authority whose certificate is issued by this one. Disposed with this.</summary>
    /// <param name="name">Another than the issuer's, by which clients tell a root.</param>
    public CertificateAuthority Subordinate(string name)
    {
        using var key = RSA.Create(KeyBits);
        var authority = new CertificateAuthority(
            Issue(Request($"CN={name}", key, isAuthority: true), key, Certificate.NotBefore, Certificate.NotAfter));
        _issued.Add(authority);
        return authority;
    }

    /// <summary>Issues a certificate for localhost, good for now, unless told otherwise. Disposed with this.</summary>
    public X509Certificate2 Issue(string name = "localhost", DateTimeOffset? starts = null, DateTimeOffset? expires = null)
    {
        using var key = RSA.Create(KeyBits);
        var request = Request($"CN={name}", key, isAuthority: false);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        request.CertificateExtensions.Add(names.Build());
        using var certificate = Issue(request, key, starts ?? Certificate.NotBefore, expires ?? Certificate.NotAfter);
        // By way of PKCS #12: Windows' TLS takes no key that lives in memory alone.
        var issued = X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), null);
        _issued.Add(issued);
        return issued;
    }

    public void Dispose()
    {
        Certificate.Dispose();
        _issued.ForEach(issued => issued.Dispose());
    }

    private static CertificateRequest Request(string name, RSA key, bool isAuthority)
    {
        var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(isAuthority, false, 0, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        return request;
    }

    private X509Certificate2 Issue(CertificateRequest request, RSA key, DateTimeOffset starts, DateTimeOffset expires)
    {
        using var certificate = request.Create(Certificate, starts, expires, RandomNumberGenerator.GetBytes(16));
        return certificate.CopyWithPrivateKey(key);
    }
}
