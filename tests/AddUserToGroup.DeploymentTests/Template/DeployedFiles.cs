using AddUserToGroup.DeploymentTests.Template.Evaluation;

namespace AddUserToGroup.DeploymentTests.Template;

/// <summary>What is deployed, as text, so that a test may change it.</summary>
internal sealed record DeployedFiles(string Template, string Schema)
{
    public static DeployedFiles Actual { get; } = new(Read("template.yaml"), Read("src/appsync/schema.graphql"));

    public Deployment Deploy(Mode mode) => Deploy(mode, []);

    /// <param name="mode">What is there already, and who is invited.</param>
    /// <param name="further">Parameters beyond those of the mode.</param>
    public Deployment Deploy(Mode mode, Dictionary<string, string> further) => CloudFormationTemplate.Read(Template).Deploy(
        mode.Parameters.Concat(further).ToDictionary(), mode.Place);

    // Git may have checked them out in the manner of Windows.
    private static string Read(string path) => Repository.ReadText(path).ReplaceLineEndings("\n");
}
