namespace AddUserToGroup.DeploymentTests.Template.Tools;

public sealed class CfnLintTests
{
    /// <summary>With its informational and its experimental rules.</summary>
    [ToolFact("cfn-lint")]
    public async Task Finds_nothing_to_say_in_three_Regions() => Assert.Equal(
        new ToolResult(0, "", ""),
        await Tool.RunAsync(
            "cfn-lint",
            ["-c", "I", "-e", "-r", "us-east-1", "eu-central-1", "ap-southeast-2"],
            input: Repository.ReadText("template.yaml")));
}
