using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace AddUserToGroup.Tests;

/// <summary>The root certificates in the package. TlsFaultTests show that the function trusts no others.</summary>
public sealed class TrustedRootsTests
{
    // Source: https://www.amazontrust.com/repository/ (SHA-256 of the certificate).
    private static readonly Dictionary<string, string> Expected = new()
    {
        ["8ECDE6884F3D87B1125BA31AC3FCB13D7016DE7F57CC904FE1CB97C6AE98196E"] = "CN=Amazon Root CA 1",
        ["1BA5B2AA8C65401A82960118F80BEC4F62304D83CEC4713A19C39C011EA46DB4"] = "CN=Amazon Root CA 2",
        ["18CE6CFE7BF14E60B2E347B8DFE868CB31D02EBB3ADA271569F50343B46DB3A4"] = "CN=Amazon Root CA 3",
        ["E35D28419ED02025CFA69038CD623962458DA5C695FBDEA3C22B0BFB25897092"] = "CN=Amazon Root CA 4",
        ["568D6905A2C88708A4B3025190EDCFEDB1974A606A13C6E5290FCB2AE63EDAB5"] = "CN=Starfield Services Root Certificate Authority - G2",
    };

    [Fact]
    public void The_package_has_Amazons_roots_valid_for_another_year_and_no_others()
    {
        var roots = new X509Certificate2Collection();
        roots.ImportFromPemFile(Path.Combine(AppContext.BaseDirectory, "amazon-roots.pem"));

        Assert.Equal(Expected.Keys.Order(), roots.Select(root => root.GetCertHashString(HashAlgorithmName.SHA256)).Order());
        Assert.All(roots, root =>
        {
            Assert.StartsWith(Expected[root.GetCertHashString(HashAlgorithmName.SHA256)], root.Subject, StringComparison.Ordinal);
            Assert.Equal(root.Subject, root.Issuer);
            Assert.True(root.NotAfter > DateTime.Now.AddYears(1), $"{root.Subject} ends on {root.NotAfter:d}: ship its successor.");
        });
    }
}
