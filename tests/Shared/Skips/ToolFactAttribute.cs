namespace AddUserToGroup.Shared.Skips;

/// <summary>A fact that is skipped if the machine lacks a tool that it needs; the reason says what to install.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ToolFactAttribute : FactAttribute
{
    /// <param name="needs">Names in <see cref="Requirements"/>.</param>
    public ToolFactAttribute(params string[] needs)
    {
        Needs = needs;
        Skip = Requirements.Missing(needs);
    }

    public IReadOnlyList<string> Needs { get; }
}
