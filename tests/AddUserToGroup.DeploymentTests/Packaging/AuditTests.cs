using System.Net;
using System.Text.Json;
using AddUserToGroup.Packaging;
using AddUserToGroup.Packaging.Audit;

namespace AddUserToGroup.DeploymentTests.Packaging;

public sealed class AuditTests
{
    private const string Advisory = "https://github.com/advisories/GHSA-xxxx-xxxx-xxxx";

    private static readonly Dictionary<string, string> NothingAccepted = [];

    [Theory]
    [InlineData("""{"resources": [{"@id": "https://feed.invalid/v", "@type": "VulnerabilityInfo/6.7.0"}]}""", true)]
    [InlineData("""{"resources": [{"@id": "https://feed.invalid/p", "@type": "PackageBaseAddress/3.0.0"}]}""", false)]
    public async Task A_NuGet_feed_knows_vulnerabilities_if_its_index_says_so(string index, bool expected) =>
        Assert.Equal(expected, await AskAsync(index, """[{"@id": "https://feed.invalid/page"}]""", "{}"));

    [Theory]
    [InlineData(null, null)]
    [InlineData("<html>", null)]
    [InlineData("""[{"@id": "https://feed.invalid/page"}]""", null)]
    [InlineData("""[{"@id": "https://feed.invalid/page"}]""", "<html>")]
    public async Task A_NuGet_feed_that_keeps_what_it_knows_to_itself_is_not_taken_for_one_that_knows_nothing(
        string? pages, string? page) => await Assert.ThrowsAsync<PackagingException>(() => AskAsync(
            """{"resources": [{"@id": "https://feed.invalid/v", "@type": "VulnerabilityInfo/6.7.0"}]}""", pages, page));

    [Fact]
    public async Task A_NuGet_feed_that_does_not_answer_is_not_taken_for_one_without_such_data() =>
        await Assert.ThrowsAsync<PackagingException>(() => AskAsync(null, null, null));

    [Fact]
    public void What_dotnet_lists_is_found_in_direct_and_transitive_packages()
    {
        using var list = JsonDocument.Parse(
            $$"""
            {"projects": [{"path": "/a/A.csproj"}, {"path": "/b/B.csproj", "frameworks": [{"framework": "net10.0",
              "topLevelPackages": [{"id": "Direct", "requestedVersion": "1.0.0", "resolvedVersion": "1.0.0",
                "vulnerabilities": [{"severity": "High", "advisoryurl": "{{Advisory}}"}]}],
              "transitivePackages": [{"id": "Transitive", "resolvedVersion": "2.0.0",
                "vulnerabilities": [{"severity": "Low", "advisoryurl": "{{Advisory}}"}]}]}]}]}
            """);

        Assert.Equal(
            [
                new Finding("B.csproj", "Direct 1.0.0", Severity.High, Advisory),
                new Finding("B.csproj", "Transitive 2.0.0", Severity.Low, Advisory),
            ],
            NuGetAudit.ReadFindings(list.RootElement));
    }

    [Fact]
    public void What_npm_reports_is_found_once_where_it_is_and_not_where_it_is_depended_on()
    {
        var answer = NpmAudit.Read(
            "package-lock.json",
            $$"""
            {"auditReportVersion": 2, "vulnerabilities": {
              "dependent": {"severity": "critical", "via": ["culprit"]},
              "culprit": {"severity": "critical", "via": [
                {"name": "culprit", "url": "{{Advisory}}", "severity": "critical", "range": "<1.2.6"}]}
            } }
            """);

        Assert.Null(answer.Silence);
        Assert.Equal([new Finding("package-lock.json", "culprit <1.2.6", Severity.Critical, Advisory)], answer.Findings);
    }

    [Fact]
    public void An_npm_registry_without_the_endpoint_has_not_answered()
    {
        var answer = NpmAudit.Read("package-lock.json", """{"message": "405 Method Not Allowed", "statusCode": 405}""");

        Assert.Equal("HTTP 405", answer.Silence);
    }

    [Theory]
    [InlineData("""{"message": "503 Service Unavailable", "statusCode": 503}""")]
    [InlineData("""{"error": {"code": "ENOTFOUND"}}""")]
    [InlineData("")]
    public void A_failure_is_taken_neither_for_an_answer_nor_for_a_feed_that_has_none(string output) =>
        Assert.Throws<PackagingException>(() => NpmAudit.Read("package-lock.json", output));

    [Fact]
    public void A_feed_that_does_not_answer_is_never_said_to_know_nothing()
    {
        var (passes, output) = Report(AuditAnswer.NotGiven("HTTP 405"), NothingAccepted);

        Assert.True(passes);
        Assert.Equal("npm audit: not answered by this feed (HTTP 405).\n", output);
    }

    [Theory]
    [InlineData("Info", true)]
    [InlineData("Low", true)]
    [InlineData("Moderate", false)]
    [InlineData("High", false)]
    [InlineData("Critical", false)]
    public void A_finding_of_severity_moderate_or_higher_fails(string severity, bool expected)
    {
        var (passes, output) = Report(Found(severity), NothingAccepted);

        Assert.Equal(expected, passes);
        Assert.Contains(Advisory, output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_accepted_finding_passes_and_is_printed_with_its_reason()
    {
        var (passes, output) = Report(Found("High"), new() { [Advisory] = "No such call is made." });

        Assert.True(passes);
        Assert.Contains("(accepted: No such call is made.)", output, StringComparison.Ordinal);
    }

    private static async Task<bool> AskAsync(string? index, string? pages, string? page)
    {
        using var feed = new Feed(new() { ["/index.json"] = index, ["/v"] = pages, ["/page"] = page });
        using var client = new HttpClient(feed);
        return await NuGetAudit.KnowsVulnerabilitiesAsync(client, new Uri("https://feed.invalid/index.json"), CancellationToken.None);
    }

    private static AuditAnswer Found(string severity) =>
        new(null, [new Finding("package-lock.json", "culprit 1.0.0", Enum.Parse<Severity>(severity), Advisory)]);

    private static (bool Passes, string Output) Report(AuditAnswer answer, Dictionary<string, string> accepted)
    {
        using var output = new StringWriter { NewLine = "\n" };
        return (AuditReport.Write("npm", answer, accepted, output), output.ToString());
    }

    private sealed class Feed(Dictionary<string, string?> texts) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(texts[request.RequestUri!.AbsolutePath] is { } text
                ? new HttpResponseMessage { Content = new StringContent(text) }
                : new HttpResponseMessage(HttpStatusCode.InternalServerError));
    }
}
