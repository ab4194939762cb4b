namespace AddUserToGroup.DeploymentTests.Template;

/// <summary>One change for the worse, and the check that has to notice.</summary>
/// <param name="Name">What is wrong.</param>
/// <param name="Original">Stands once in the template or in the schema.</param>
/// <param name="Faulty">What it becomes.</param>
/// <param name="Check">Passes before and fails after.</param>
internal sealed record SeededFault(string Name, string Original, string Faulty, Action<DeployedFiles, Mode> Check)
{
    /// <exception cref="InvalidOperationException">What is to be changed is not there, or not once.</exception>
    public DeployedFiles Seed(DeployedFiles files)
    {
        var original = Original.ReplaceLineEndings("\n");
        var inTemplate = files.Template.Split(original);
        var inSchema = files.Schema.Split(original);
        return (inTemplate.Length, inSchema.Length) switch
        {
            (2, 1) => files with { Template = string.Join(Faulty, inTemplate) },
            (1, 2) => files with { Schema = string.Join(Faulty, inSchema) },
            _ => throw new InvalidOperationException($"This does not stand once in the template or the schema:\n{Original}"),
        };
    }
}
