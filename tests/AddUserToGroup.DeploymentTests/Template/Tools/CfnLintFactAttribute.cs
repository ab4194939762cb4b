namespace AddUserToGroup.DeploymentTests.Template.Tools;

/// <summary>A test that needs AWS's linter for templates (<c>pip install cfn-lint</c>).</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class CfnLintFactAttribute : FactAttribute
{
    private static readonly Lazy<bool> Present = new(() => Tool.Succeeds("cfn-lint", "--version"));

    public CfnLintFactAttribute() => Skip = Present.Value ? null : "cfn-lint is not on the PATH (pip install cfn-lint).";
}
