namespace AddUserToGroup.DeploymentTests.Template.Tools;

public sealed class CfnLintTests
{
    [ToolFact("cfn-lint")]
    public async Task The_linter_finds_nothing_to_say_in_three_Regions()
    {
        Assert.Equal(new ToolResult(0, "", ""), await LintAsync(DeployedFiles.Actual.Template));
    }

    [ToolFact("cfn-lint")]
    public async Task The_linter_would_have_found_an_attribute_that_does_not_exist() => Assert.Contains(
        "'ProviderAddress' is not one of",
        (await LintAsync(DeployedFiles.Actual.Template.Replace("UserPool.ProviderURL", "UserPool.ProviderAddress", StringComparison.Ordinal))).Output,
        StringComparison.Ordinal);

    /// <summary>With its informational and its experimental rules.</summary>
    private static Task<ToolResult> LintAsync(string template) => Tool.RunAsync(
        "cfn-lint", ["-c", "I", "-e", "-r", "us-east-1", "eu-central-1", "ap-southeast-2"], input: template);
}
