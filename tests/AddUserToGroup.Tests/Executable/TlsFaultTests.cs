using AddUserToGroup.Shared.Certificates;
using AddUserToGroup.Shared.Faults;

namespace AddUserToGroup.Tests.Executable;

/// <summary>Faults before HTTP begins. The executable trusts only the test's own root certificate.</summary>
public sealed class TlsFaultTests
{
    [ToolFact("linux")]
    public async Task Sends_no_request_over_a_connection_that_is_not_Cognitos_and_serves_the_next_event()
    {
        using var trusted = new CertificateAuthority();
        using var foreign = new CertificateAuthority();
        var folder = Directory.CreateTempSubdirectory();
        var roots = Path.Combine(folder.FullName, "roots.pem");
        await File.WriteAllTextAsync(roots, trusted.RootPem);
        await using var function = await RunningFunction.StartAsync(
            trusted.Issue(), ("SSL_CERT_FILE", roots), ("SSL_CERT_DIR", Path.Combine(folder.FullName, "no-other-roots")));
        var outcomes = new List<string>();

        foreach (var fault in HandshakeFaults.Cases(trusted, foreign))
        {
            var posted = await function.InvokeAsync(TestEvents.Text("allowed"), fault);

            Assert.Contains(fault.Outcome, posted.Text, StringComparison.Ordinal);
            Assert.Empty(function.Cognito.Requests);
            Assert.NotEmpty(function.Cognito.Taken);
            var next = await function.InvokeWithoutFaultAsync(TestEvents.Text("allowed"));
            Assert.Contains("\"data\"", next.Text, StringComparison.Ordinal);
            outcomes.AddRange([fault.Outcome, "Added"]);
        }

        await function.StopAsync();
        Assert.Equal(outcomes, function.Outcomes(outcomes.Count));
        folder.Delete(recursive: true);
    }
}
