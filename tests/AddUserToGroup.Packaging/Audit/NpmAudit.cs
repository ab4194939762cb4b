using System.Text.Json;

namespace AddUserToGroup.Packaging.Audit;

/// <summary><c>npm audit</c> of each package-lock.json; none of the packages need be installed.</summary>
internal static class NpmAudit
{
    private static readonly string[] Arguments = ["audit", "--json", "--package-lock-only"];

    // What feeds answer that have no such endpoint.
    private static readonly int[] NoSuchEndpoint = [404, 405, 501];

    public static async Task<AuditAnswer> AskAsync(CancellationToken stop)
    {
        var lockFiles = (await Tool.ReadAsync("git", ".", ["ls-files", "*package-lock.json"], stop))
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (lockFiles is [])
        {
            throw new PackagingException("The audit finds package-lock.json files by git: run it in a clone.");
        }

        var findings = new List<Finding>();
        foreach (var lockFile in lockFiles)
        {
            // On Windows npm is a script, which only the command interpreter can run.
            var output = OperatingSystem.IsWindows()
                ? await Tool.ReadAsync("cmd.exe", Path.GetDirectoryName(lockFile)!, ["/d", "/c", "npm", .. Arguments], stop)
                : await Tool.ReadAsync("npm", Path.GetDirectoryName(lockFile)!, Arguments, stop);
            var answer = Read(lockFile, output);
            if (answer.Silence is not null)
            {
                return answer;
            }

            findings.AddRange(answer.Findings);
        }

        return new AuditAnswer(null, findings);
    }

    public static AuditAnswer Read(string lockFile, string output)
    {
        using var document = Parse(output);
        var report = document.RootElement;
        if (report.TryGetProperty("auditReportVersion", out _))
        {
            return new AuditAnswer(null, ReadFindings(lockFile, report));
        }

        return report.TryGetProperty("statusCode", out var status) && NoSuchEndpoint.Contains(status.GetInt32())
            ? AuditAnswer.NotGiven($"HTTP {status.GetInt32()}")
            : throw new PackagingException($"npm audit failed: {output.Trim()}");
    }

    // A package that only depends on a vulnerable one has that one's name in `via`; the advisory is listed there.
    private static List<Finding> ReadFindings(string lockFile, JsonElement report) =>
    [
        .. from package in report.GetProperty("vulnerabilities").EnumerateObject()
           from advisory in package.Value.GetProperty("via").EnumerateArray()
           where advisory.ValueKind == JsonValueKind.Object
           select new Finding(
               lockFile,
               $"{package.Name} {advisory.GetProperty("range").GetString()}",
               Enum.Parse<Severity>(advisory.GetProperty("severity").GetString()!, ignoreCase: true),
               advisory.GetProperty("url").GetString()!),
    ];

    private static JsonDocument Parse(string output)
    {
        try
        {
            return JsonDocument.Parse(output);
        }
        catch (JsonException)
        {
            throw new PackagingException($"npm audit failed: {output.Trim()}");
        }
    }
}
