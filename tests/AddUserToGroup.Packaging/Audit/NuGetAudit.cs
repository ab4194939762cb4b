using System.Text.Json;

namespace AddUserToGroup.Packaging.Audit;

/// <summary>
/// <c>dotnet package list --vulnerable</c> says "no vulnerable packages" where the feed has no such data at all, and where
/// it has them and does not hand them out, so that the feed is asked for that data first:
/// https://learn.microsoft.com/nuget/api/vulnerability-info.
/// </summary>
internal static class NuGetAudit
{
    public static async Task<AuditAnswer> AskAsync(CancellationToken stop)
    {
        var list = await Tool.ReadAsync(
            "dotnet", ".", ["package", "list", "--vulnerable", "--include-transitive", "--format", "json"], stop);
        using var document = Parse(list);
        // Left out where the packages could not be restored.
        if (!document.RootElement.TryGetProperty("sources", out var sources))
        {
            throw Failed(list);
        }

        using var client = new HttpClient();
        foreach (var source in sources.EnumerateArray())
        {
            // A folder knows none.
            if (Uri.TryCreate(source.GetString(), UriKind.Absolute, out var address) && !address.IsFile
                && await KnowsVulnerabilitiesAsync(client, address, stop))
            {
                return new AuditAnswer(null, ReadFindings(document.RootElement));
            }
        }

        return AuditAnswer.NotGiven("it has no VulnerabilityInfo");
    }

    /// <returns>False where the feed's index names no such data.</returns>
    /// <exception cref="PackagingException">The feed does not hand out all that its index names.</exception>
    public static async Task<bool> KnowsVulnerabilitiesAsync(HttpClient client, Uri serviceIndex, CancellationToken stop)
    {
        try
        {
            using var index = JsonDocument.Parse(await client.GetStringAsync(serviceIndex, stop));
            var resource = index.RootElement.GetProperty("resources").EnumerateArray()
                .Where(it => it.GetProperty("@type").GetString()!.StartsWith("VulnerabilityInfo/", StringComparison.Ordinal))
                .Select(it => it.GetProperty("@id").GetString())
                .FirstOrDefault();
            if (resource is null)
            {
                return false;
            }

            using var pages = JsonDocument.Parse(await client.GetStringAsync(new Uri(serviceIndex, resource), stop));
            foreach (var page in pages.RootElement.EnumerateArray())
            {
                var address = new Uri(serviceIndex, page.GetProperty("@id").GetString());
                using var vulnerabilities = JsonDocument.Parse(await client.GetStringAsync(address, stop));
            }

            return pages.RootElement.GetArrayLength() > 0;
        }
        catch (Exception exception) when (exception is HttpRequestException or JsonException)
        {
            throw new PackagingException($"The NuGet feed could not be asked: {exception.Message}");
        }
    }

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

    private static JsonDocument Parse(string list)
    {
        try
        {
            return JsonDocument.Parse(list);
        }
        catch (JsonException)
        {
            throw Failed(list);
        }
    }

    private static PackagingException Failed(string list) => new($"dotnet package list failed: {list.Trim()}");

    private static JsonElement.ArrayEnumerator Members(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var members) ? members.EnumerateArray() : default;
}
