namespace AddUserToGroup.Packaging.Sbom;

/// <param name="Name">As its authors spell it.</param>
/// <param name="Version">The exact one.</param>
/// <param name="ContentHash">
/// What NuGet calls so: SHA-512 of what the package holds but for its signature, in Base64, as in lock files. Null where the
/// package was not at hand when it was listed; nothing with such a package in it is released.
/// </param>
internal sealed record PinnedPackage(string Name, string Version, string? ContentHash);
