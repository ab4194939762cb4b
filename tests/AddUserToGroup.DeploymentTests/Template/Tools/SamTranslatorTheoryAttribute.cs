namespace AddUserToGroup.DeploymentTests.Template.Tools;

/// <summary>A test that needs what CloudFormation runs for a SAM template (<c>pip install aws-sam-translator</c>).</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SamTranslatorTheoryAttribute : TheoryAttribute
{
    private static readonly Lazy<bool> Present = new(() => Tool.Succeeds("python3", "-c", "import samtranslator"));

    public SamTranslatorTheoryAttribute() =>
        Skip = Present.Value ? null : "python3 has no samtranslator (pip install aws-sam-translator).";
}
