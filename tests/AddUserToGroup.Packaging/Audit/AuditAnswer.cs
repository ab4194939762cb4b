namespace AddUserToGroup.Packaging.Audit;

/// <summary>What a package feed knows against the packages that are used here.</summary>
/// <param name="Silence">Why it did not answer; null where it did.</param>
/// <param name="Findings">Of every severity.</param>
internal sealed record AuditAnswer(string? Silence, IReadOnlyList<Finding> Findings)
{
    public static AuditAnswer NotGiven(string silence) => new(silence, []);
}
