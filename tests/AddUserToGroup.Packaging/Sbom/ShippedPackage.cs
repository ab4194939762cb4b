namespace AddUserToGroup.Packaging.Sbom;

/// <summary>A NuGet package of which something ends in the published function.</summary>
/// <param name="Name">As its authors spell it.</param>
/// <param name="Version">The one that was resolved.</param>
/// <param name="Authors">Whom its nuspec names.</param>
/// <param name="Licence">An SPDX expression, out of its nuspec.</param>
/// <param name="Sha512">Of the .nupkg file, in hexadecimal.</param>
/// <param name="ContentHash">What NuGet calls so: see <see cref="PinnedPackage"/>.</param>
/// <param name="Dependencies">The names of those that it needs, of the closure.</param>
internal sealed record ShippedPackage(
    string Name,
    string Version,
    string Authors,
    string Licence,
    string Sha512,
    string ContentHash,
    IReadOnlyList<string> Dependencies)
{
    /// <summary>See <see href="https://github.com/package-url/purl-spec">package-url</see>.</summary>
    public string Purl => $"pkg:nuget/{Name}@{Version}";
}
