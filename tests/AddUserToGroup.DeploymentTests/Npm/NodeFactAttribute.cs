namespace AddUserToGroup.DeploymentTests.Npm;

/// <summary>A test that runs npm packages; skipped where there is no Node.js 20 or later with npm.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NodeFactAttribute : FactAttribute
{
    public NodeFactAttribute() => Skip = NodeTool.Absence;
}
