namespace AddUserToGroup.Packaging.Audit;

/// <summary>
/// A known vulnerability of a package that the project or package-lock.json <paramref name="Where"/> brings;
/// <paramref name="Advisory"/> is the address of its description.
/// </summary>
internal sealed record Finding(string Where, string Package, Severity Severity, string Advisory);
