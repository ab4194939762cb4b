namespace AddUserToGroup.DeploymentTests.Npm;

/// <summary>As <see cref="NodeFactAttribute"/>, once for each row of data.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NodeTheoryAttribute : TheoryAttribute
{
    public NodeTheoryAttribute() => Skip = NodeTool.Absence;
}
