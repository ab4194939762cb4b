namespace AddUserToGroup.Shared.Skips;

/// <summary>A fact that is skipped, with a sentence that says what to install, where the machine lacks what it needs.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ToolFactAttribute : FactAttribute
{
    /// <param name="needs">Names that <see cref="Requirements"/> knows.</param>
    public ToolFactAttribute(params string[] needs)
    {
        Needs = needs;
        Skip = Requirements.Missing(needs);
    }

    public IReadOnlyList<string> Needs { get; }
}
