using System.Security.Cryptography.X509Certificates;
using AddUserToGroup.Shared.Tools;

namespace AddUserToGroup.Benchmarks.Candidates;

/// <summary>
/// The root certificates that candidates trust: the endpoint's, and others that take time to read. In files of this
/// process alone: .NET reads them again while a candidate runs, and another's root would end its trust.
/// </summary>
internal sealed class TrustedRoots(X509Certificate2 root) : IDisposable
{
    // Debian and Ubuntu, Amazon Linux and Fedora, Alpine and macOS.
    private static readonly string[] SystemBundles =
        ["/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt", "/etc/ssl/cert.pem"];

    private readonly string _directory = Directory.CreateTempSubdirectory("roots-").FullName;

    /// <summary>As deployed: the certificates that the function ships.</summary>
    public IReadOnlyDictionary<string, string> Shipped() =>
        ForOpenSsl("shipped", Directory.EnumerateFiles(Repository.Function, "*.pem").Select(File.ReadAllText));

    /// <summary>As without a setting: every certificate that this machine trusts.</summary>
    /// <exception cref="UnavailableException">They are not in one of the usual places.</exception>
    public IReadOnlyDictionary<string, string> System() => Array.Find(SystemBundles, File.Exists) is { } bundle
        ? ForOpenSsl("system", [File.ReadAllText(bundle)])
        : throw new UnavailableException("this machine has no file of trusted root certificates");

    /// <summary>None but the endpoint's.</summary>
    public IReadOnlyDictionary<string, string> Only() => ForOpenSsl("only", []);

    /// <summary>Node brings its own root certificates along.</summary>
    public IReadOnlyDictionary<string, string> ForNode() =>
        new Dictionary<string, string> { ["NODE_EXTRA_CA_CERTS"] = Write("node", []) };

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    private Dictionary<string, string> ForOpenSsl(string name, IEnumerable<string> others) => new()
    {
        ["SSL_CERT_FILE"] = Write(name, others),
        // .NET reads this directory beside the file; left out, it is the machine's own.
        ["SSL_CERT_DIR"] = Directory.CreateDirectory(Path.Combine(_directory, "empty")).FullName,
    };

    private string Write(string name, IEnumerable<string> others)
    {
        var file = Path.Combine(_directory, $"{name}.pem");
        File.WriteAllText(file, string.Join('\n', [.. others, root.ExportCertificatePem(), ""]));
        return file;
    }
}
