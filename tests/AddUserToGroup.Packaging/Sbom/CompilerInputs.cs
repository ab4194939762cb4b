namespace AddUserToGroup.Packaging.Sbom;

/// <summary>The assemblies that the native compiler was told to link, in the response file that MSBuild wrote for it.</summary>
internal static class CompilerInputs
{
    private const string Reference = "-r:";

    /// <param name="responseFile">Its lines: <c>-r:</c> before each path.</param>
    /// <param name="packages">Each has to have given at least one of the assemblies, and each assembly to be of one.</param>
    /// <exception cref="PackagingException">The two are not the same.</exception>
    public static void AssertFrom(IEnumerable<string> responseFile, IReadOnlyList<ShippedPackage> packages)
    {
        var paths = responseFile
            .Where(line => line.StartsWith(Reference, StringComparison.Ordinal))
            .Select(line => line[Reference.Length..].Trim('"').Replace('\\', '/'))
            .ToList();
        if (paths.FirstOrDefault(path => !packages.Any(package => IsOf(package, path))) is { } stranger)
        {
            throw new PackagingException(
                $"{Path.GetFileName(stranger)} was linked, but is of none of the packages that the restore resolved.");
        }

        if (packages.FirstOrDefault(package => !paths.Any(path => IsOf(package, path))) is { } absent)
        {
            throw new PackagingException(
                $"{absent.Name} {absent.Version} was not linked: publish again after the last restore.");
        }
    }

    private static bool IsOf(ShippedPackage package, string path) =>
        path.Contains($"/{package.Name}/{package.Version}/", StringComparison.OrdinalIgnoreCase);
}
