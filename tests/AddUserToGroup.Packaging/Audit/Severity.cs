namespace AddUserToGroup.Packaging.Audit;

/// <summary>Of an advisory, in the words that NuGet and npm share; npm alone has <see cref="Info"/>.</summary>
internal enum Severity
{
    Info,
    Low,
    Moderate,
    High,
    Critical,
}
