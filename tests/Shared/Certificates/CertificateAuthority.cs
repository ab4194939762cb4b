using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace AddUserToGroup.Shared.Certificates;

/// <summary>Issues server certificates and the certificates of other authorities, with RSA keys of 2048 bits like Cognito's.</summary>
internal sealed class CertificateAuthority : IDisposable
{
    private const int KeyBits = 2048;

    private readonly List<IDisposable> _issued = [];

    /// <summary>A root authority, valid from two days ago until two days from now.</summary>
    public CertificateAuthority()
    {
        using var key = RSA.Create(KeyBits);
        Certificate = Request("CN=Test root", key, isAuthority: true)
            .CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-2), DateTimeOffset.UtcNow.AddDays(2));
    }

    private CertificateAuthority(X509Certificate2 certificate) => Certificate = certificate;

    public X509Certificate2 Certificate { get; }

    public string RootPem => Certificate.ExportCertificatePem();

    /// <summary>An authority whose certificate this one issues. Disposed with this.</summary>
    /// <param name="name">Differs from the issuer's: clients take a certificate with one name for a root.</param>
    public CertificateAuthority Subordinate(string name)
    {
        using var key = RSA.Create(KeyBits);
        var authority = new CertificateAuthority(
            Issue(Request($"CN={name}", key, isAuthority: true), key, Certificate.NotBefore, Certificate.NotAfter));
        _issued.Add(authority);
        return authority;
    }

    /// <summary>Issues a certificate for a server. Disposed with this.</summary>
    public X509Certificate2 Issue(string name = "localhost", DateTimeOffset? starts = null, DateTimeOffset? expires = null)
    {
        using var key = RSA.Create(KeyBits);
        var request = Request($"CN={name}", key, isAuthority: false);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        request.CertificateExtensions.Add(names.Build());
        using var certificate = Issue(request, key, starts ?? Certificate.NotBefore, expires ?? Certificate.NotAfter);
        // Through PKCS #12, because TLS on Windows cannot use a key that is only in memory.
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
