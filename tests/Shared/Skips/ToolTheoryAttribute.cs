namespace AddUserToGroup.Shared.Skips;

/// <summary>A theory that is skipped, with a sentence that says what to install, where the machine lacks what it needs.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ToolTheoryAttribute : TheoryAttribute
{
    /// <param name="needs">Names that <see cref="Requirements"/> knows.</param>
    public ToolTheoryAttribute(params string[] needs)
    {
        Needs = needs;
        Skip = Requirements.Missing(needs);
    }

    public IReadOnlyList<string> Needs { get; }
}
