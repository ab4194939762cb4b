using AddUserToGroup.Shared.Certificates;
using AddUserToGroup.Shared.Faults;

namespace AddUserToGroup.Tests.Executable;

/// <summary>What may go wrong before HTTP begins, on the executable with roots of the test's own.</summary>
public sealed class TlsFaultTests
{
    [ToolFact("linux")]
    public async Task Sends_no_request_over_a_connection_that_is_not_Cognitos_and_serves_the_next_event()
    {
        using var trusted = new CertificateAuthority();
        using var foreign = new CertificateAuthority();
        using var roots = new TemporaryFile(trusted.RootPem);
        await using var function = await RunningFunction.StartAsync(
            trusted.Issue(),
            ("SSL_CERT_FILE", roots.Path),
            ("SSL_CERT_DIR", Path.Combine(AppContext.BaseDirectory, "no-other-roots")));
        var cases = HandshakeFaults.Cases(trusted, foreign);
        var outcomes = new List<string>();

        foreach (var fault in cases)
        {
            var posted = await function.InvokeAsync(TestEvents.Text("allowed"), fault);

            Assert.Contains(fault.Outcome, posted.Text, StringComparison.Ordinal);
            Assert.Empty(function.Cognito.Requests);
            Assert.NotEmpty(function.Cognito.Met);
            Assert.Contains("\"data\"", (await function.InvokeSoundAsync(TestEvents.Text("allowed"))).Text, StringComparison.Ordinal);
            outcomes.AddRange([fault.Outcome, "Added"]);
        }

        await function.StopAsync();
        Assert.Equal(outcomes, function.Outcomes(outcomes.Count));
    }
}
