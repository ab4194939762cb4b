using System.Text.Json;

namespace AddUserToGroup.SupplyChain.Audit;

/// <summary>
/// <c>dotnet package list --vulnerable</c> says "no vulnerable packages" where the feed has no such data at all, so that
/// the feed is asked for that data first: https://learn.microsoft.com/nuget/api/vulnerability-info.
/// </summary>
internal static class NuGetAudit
{
    public static async Task<AuditAnswer> AskAsync(CancellationToken stop)
    {
        var list = await Tool.ReadAsync(
            "dotnet", ".", ["package", "list", "--vulnerable", "--include-transitive", "--format", "json"], stop);
        using var document = Parse(list);
        foreach (var source in document.RootElement.GetProperty("sources").EnumerateArray())
        {
            if (await KnowsVulnerabilitiesAsync(source.GetString()!, stop))
                return new AuditAnswer(null, ReadFindings(document.RootElement));
        }

        return AuditAnswer.NotGiven("its index has no VulnerabilityInfo");
    }

    public static bool KnowsVulnerabilities(JsonElement serviceIndex) =>
        serviceIndex.GetProperty("resources").EnumerateArray()
            .Any(it => it.GetProperty("@type").GetString()!.StartsWith("VulnerabilityInfo/", StringComparison.Ordinal));

    public static IReadOnlyList<Finding> ReadFindings(JsonElement list) =>
    [
        .. from project in list.GetProperty("projects").EnumerateArray()
           from framework in Members(project, "frameworks")
           from package in Members(framework, "topLevelPackages").Concat(Members(framework, "transitivePackages"))
           from vulnerability in Members(package, "vulnerabilities")
           select new Finding(
               Path.GetFileName(project.GetProperty("path").GetString()!),
               $"{package.GetProperty("id").GetString()} {package.GetProperty("resolvedVersion").GetString()}",
               Enum.Parse<Severity>(vulnerability.GetProperty("severity").GetString()!, ignoreCase: true),
               vulnerability.GetProperty("advisoryurl").GetString()!),
    ];

    private static async Task<bool> KnowsVulnerabilitiesAsync(string source, CancellationToken stop)
    {
        // A folder knows none.
        if (!Uri.TryCreate(source, UriKind.Absolute, out var address) || address.IsFile)
            return false;

        using var client = new HttpClient();
        try
        {
            using var answer = await client.GetAsync(address, stop);
            if (!answer.IsSuccessStatusCode)
                return false;

            using var index = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(stop));
            return KnowsVulnerabilities(index.RootElement);
        }
        catch (HttpRequestException exception)
        {
            throw new SupplyChainException($"The NuGet feed could not be asked: {exception.Message}");
        }
    }

    private static JsonDocument Parse(string list)
    {
        try
        {
            return JsonDocument.Parse(list);
        }
        catch (JsonException)
        {
            throw new SupplyChainException($"dotnet package list failed: {list.Trim()}");
        }
    }

    private static JsonElement.ArrayEnumerator Members(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var members) ? members.EnumerateArray() : default;
}
