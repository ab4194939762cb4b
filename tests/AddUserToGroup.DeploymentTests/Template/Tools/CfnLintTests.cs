namespace AddUserToGroup.DeploymentTests.Template.Tools;

public sealed class CfnLintTests
{
    [CfnLintFact]
    public void The_linter_finds_nothing_to_say_in_three_Regions()
    {
        var (exitCode, output, errors) = Lint(DeployedFiles.Actual.Template);

        Assert.Equal("", output + errors);
        Assert.Equal(0, exitCode);
    }

    [CfnLintFact]
    public void The_linter_would_have_found_an_attribute_that_does_not_exist() => Assert.Contains(
        "'ProviderAddress' is not one of",
        Lint(DeployedFiles.Actual.Template.Replace("UserPool.ProviderURL", "UserPool.ProviderAddress", StringComparison.Ordinal)).Output,
        StringComparison.Ordinal);

    /// <summary>With its informational and its experimental rules.</summary>
    private static (int ExitCode, string Output, string Errors) Lint(string template) => Tool.Run(
        "cfn-lint", template, "-c", "I", "-e", "-r", "us-east-1", "eu-central-1", "ap-southeast-2");
}
