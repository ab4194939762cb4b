using System.Security.Cryptography.X509Certificates;
using AddUserToGroup.Shared.Tools;

namespace AddUserToGroup.Benchmarks.Candidates;

/// <summary>
/// The root certificates that candidates trust: the endpoint's, and others that take time to read. Each run has its own files,
/// because .NET reads them again while a candidate runs.
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

    /// <summary>As without a setting: all certificates that this machine trusts.</summary>
    public IReadOnlyDictionary<string, string> System() => Array.Find(SystemBundles, File.Exists) is { } bundle
        ? ForOpenSsl("system", [File.ReadAllText(bundle)])
        : throw new BenchmarkException("This machine has no file of trusted root certificates: install ca-certificates.");

    /// <summary>Only the endpoint's.</summary>
    public IReadOnlyDictionary<string, string> Only() => ForOpenSsl("only", []);

    /// <summary>Node.js contains root certificates.</summary>
    public IReadOnlyDictionary<string, string> ForNode() =>
        new Dictionary<string, string> { ["NODE_EXTRA_CA_CERTS"] = Write("node", []) };

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    private Dictionary<string, string> ForOpenSsl(string name, IEnumerable<string> others) => new()
    {
        ["SSL_CERT_FILE"] = Write(name, others),
        // .NET reads this folder besides the file; by default it is the machine's.
        ["SSL_CERT_DIR"] = Directory.CreateDirectory(Path.Combine(_directory, "empty")).FullName,
    };

    private string Write(string name, IEnumerable<string> others)
    {
        var file = Path.Combine(_directory, $"{name}.pem");
        File.WriteAllText(file, string.Join('\n', [.. others, root.ExportCertificatePem(), ""]));
        return file;
    }
}
