using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace AddUserToGroup.Tests;

/// <summary>The root certificates that are shipped. That no others are trusted, TlsFaultTests say.</summary>
public sealed class TrustedRootsTests
{
    private static readonly string Shipped = Path.Combine(AppContext.BaseDirectory, "amazon-roots.pem");

    // Source: https://www.amazontrust.com/repository/ (SHA-256 of the certificate).
    public static TheoryData<string, string> Expected => new()
    {
        { "CN=Amazon Root CA 1", "8ECDE6884F3D87B1125BA31AC3FCB13D7016DE7F57CC904FE1CB97C6AE98196E" },
        { "CN=Amazon Root CA 2", "1BA5B2AA8C65401A82960118F80BEC4F62304D83CEC4713A19C39C011EA46DB4" },
        { "CN=Amazon Root CA 3", "18CE6CFE7BF14E60B2E347B8DFE868CB31D02EBB3ADA271569F50343B46DB3A4" },
        { "CN=Amazon Root CA 4", "E35D28419ED02025CFA69038CD623962458DA5C695FBDEA3C22B0BFB25897092" },
        {
            "CN=Starfield Services Root Certificate Authority - G2",
            "568D6905A2C88708A4B3025190EDCFEDB1974A606A13C6E5290FCB2AE63EDAB5"
        },
    };

    [Theory]
    [MemberData(nameof(Expected))]
    public void Ships_each_of_Amazons_roots_good_for_another_year(string name, string fingerprint)
    {
        var root = Assert.Single(Read(Shipped), root => root.GetCertHashString(HashAlgorithmName.SHA256) == fingerprint);

        Assert.StartsWith(name, root.Subject, StringComparison.Ordinal);
        Assert.Equal(root.Subject, root.Issuer);
        Assert.True(root.NotAfter > DateTime.Now.AddYears(1), $"{name} ends on {root.NotAfter:d}: ship its successor.");
    }

    [Fact]
    public void Ships_nothing_else() => Assert.Equal(Expected.Count, Read(Shipped).Count);

    private static X509Certificate2Collection Read(string path)
    {
        var roots = new X509Certificate2Collection();
        roots.ImportFromPemFile(path);
        return roots;
    }
}
