using System.IO.Compression;
using AddUserToGroup.Packaging.Sbom;

namespace AddUserToGroup.Packaging;

/// <summary>The zip file that Lambda takes: the handler's executable at its top, everything readable for every user.</summary>
internal static class LambdaPackage
{
    // Unix's file modes.
    private const int RegularFile = 0x8000;
    private const int Executable = 0b111_101_101;
    private const int Readable = 0b110_100_100;

    // The same files make the same zip file, whenever they were written. It is the earliest time that the format has.
    private static readonly DateTimeOffset Written = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <param name="published">The folder that the function was published into; symbols are left out.</param>
    /// <param name="output">The zip file, which is replaced where it exists.</param>
    public static void Write(string published, string output)
    {
        using var file = File.Create(output);
        using var archive = new ZipArchive(file, ZipArchiveMode.Create);
        foreach (var path in PublishedFile.ReadAll(published).Select(it => it.Path))
        {
            var entry = archive.CreateEntry(path, CompressionLevel.SmallestSize);
            entry.LastWriteTime = Written;
            // The upper half is for Unix.
            entry.ExternalAttributes = (RegularFile | (path == "AddUserToGroup" ? Executable : Readable)) << 16;
            using var content = entry.Open();
            content.Write(File.ReadAllBytes(Path.Combine(published, path)));
        }
    }
}
