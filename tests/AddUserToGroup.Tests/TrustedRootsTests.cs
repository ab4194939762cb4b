using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using AddUserToGroup.Shared.Certificates;
using AddUserToGroup.Shared.Faults;
using AddUserToGroup.Tests.Http;

namespace AddUserToGroup.Tests;

/// <summary>The root certificates that are shipped, and what the executable does with them and without them.</summary>
public sealed class TrustedRootsTests : IDisposable
{
    private static readonly string Shipped = Path.Combine(AppContext.BaseDirectory, "amazon-roots.pem");

    private readonly CancellationTokenSource _patience = new(TimeSpan.FromSeconds(30));

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

    public void Dispose() => _patience.Dispose();

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

    [ToolFact("linux")]
    public async Task Calls_a_server_whose_root_is_among_the_trusted()
    {
        using var authority = new CertificateAuthority();
        await using var cognito = new CognitoEndpoint(authority.Issue());
        using var roots = new TemporaryFile(await File.ReadAllTextAsync(Shipped) + authority.RootPem);

        Assert.Contains("\"data\"", await InvokeAsync(cognito, roots.Path), StringComparison.Ordinal);
    }

    [ToolFact("linux")]
    public async Task Calls_no_server_outside_the_trusted_roots()
    {
        using var authority = new CertificateAuthority();
        await using var cognito = new CognitoEndpoint(authority.Issue());

        Assert.Contains("Unavailable", await InvokeAsync(cognito, Shipped), StringComparison.Ordinal);
        Assert.Empty(cognito.Requests);
    }

    private async Task<string> InvokeAsync(CognitoEndpoint cognito, string roots)
    {
        await using var runtime = await RuntimeApi.StartAsync();
        await using var function = FunctionProcess.Start(
            runtime.Address,
            ("USER_POOL_ID", TestEvents.UserPoolId),
            ("USER_POOL_ISSUER", TestEvents.Issuer),
            ("AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER", cognito.Address.ToString()),
            // As template.yaml sets them.
            ("SSL_CERT_FILE", roots),
            ("SSL_CERT_DIR", Path.Combine(AppContext.BaseDirectory, "no-other-roots")));
        return (await runtime.InvokeAsync(Encoding.UTF8.GetBytes(TestEvents.Text("allowed")), _patience.Token)).Text;
    }

    private static X509Certificate2Collection Read(string path)
    {
        var roots = new X509Certificate2Collection();
        roots.ImportFromPemFile(path);
        return roots;
    }
}
