namespace AddUserToGroup.DeploymentTests.Npm;

/// <param name="ExitCode">0 where the tool found nothing to complain about.</param>
/// <param name="Output">What it wrote to standard output.</param>
/// <param name="Complaints">What it wrote to standard error.</param>
internal sealed record ToolResult(int ExitCode, string Output, string Complaints)
{
    public void AssertSuccess() => Assert.True(ExitCode == 0, $"{Output}\n{Complaints}");
}
