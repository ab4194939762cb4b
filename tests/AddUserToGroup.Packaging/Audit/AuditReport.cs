using System.Text.Json;

namespace AddUserToGroup.Packaging.Audit;

/// <summary>What is printed of the feeds' answers, and whether they let a change pass.</summary>
internal static class AuditReport
{
    private const Severity Bar = Severity.Moderate;

    /// <summary>Advisories that do not concern this product or cannot be mended, each with the reason.</summary>
    private static readonly string AcceptedFile =
        Path.Combine(Repository.Folder, "tests", "AddUserToGroup.Packaging", "Audit", "accepted-advisories.json");

    /// <returns>The exit code: 1 with a finding of severity moderate or higher that is not accepted.</returns>
    public static async Task<int> WriteAsync(TextWriter output, CancellationToken stop)
    {
        var accepted = JsonSerializer.Deserialize<Dictionary<string, string>>(
            await File.ReadAllTextAsync(AcceptedFile, stop))!;
        var nuGet = Write("NuGet", await NuGetAudit.AskAsync(stop), accepted, output);
        var npm = Write("npm", await NpmAudit.AskAsync(stop), accepted, output);
        return nuGet && npm ? 0 : 1;
    }

    /// <summary>Prints one feed's answer; <paramref name="accepted"/> has the reasons by the advisory's address.</summary>
    /// <returns>Whether it lets a change pass.</returns>
    public static bool Write(
        string feed, AuditAnswer answer, IReadOnlyDictionary<string, string> accepted, TextWriter output)
    {
        if (answer.Silence is not null)
        {
            output.WriteLine($"{feed} audit: not answered by this feed ({answer.Silence}).");
            return true;
        }

        var passes = true;
        foreach (var finding in answer.Findings.OrderByDescending(finding => finding.Severity))
        {
            var reason = accepted.GetValueOrDefault(finding.Advisory);
            passes &= finding.Severity < Bar || reason is not null;
            output.WriteLine(
                $"{feed} audit: {finding.Severity}: {finding.Package} in {finding.Where}, {finding.Advisory}"
                + (reason is null ? "" : $" (accepted: {reason})"));
        }

        output.WriteLine(passes
            ? $"{feed} audit: answered; nothing of severity {Bar} or higher that is not accepted."
            : $"{feed} audit: FAILED; update the packages, or write into accepted-advisories.json why not.");
        return passes;
    }
}
