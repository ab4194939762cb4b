using System.Security.Cryptography;

namespace AddUserToGroup.Packaging.Sbom;

/// <summary>A file of the package that Lambda gets.</summary>
/// <param name="Path">In the package, with forward slashes.</param>
/// <param name="Sha256">In hexadecimal.</param>
internal sealed record PublishedFile(string Path, string Sha256)
{
    // For debuggers; they are not packed.
    private static readonly string[] Symbols = [".dbg", ".pdb", ".dSYM"];

    public static IReadOnlyList<PublishedFile> ReadAll(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new PackagingException($"There is no folder {folder}: publish the function into it first.");
        }

        return
        [
            .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Select(file => (File: file, Path: System.IO.Path.GetRelativePath(folder, file).Replace('\\', '/')))
                .Where(it => !Symbols.Any(symbols => it.Path.Contains(symbols, StringComparison.Ordinal)))
                .OrderBy(it => it.Path, StringComparer.Ordinal)
                .Select(it => new PublishedFile(
                    it.Path, Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(it.File))))),
        ];
    }
}
