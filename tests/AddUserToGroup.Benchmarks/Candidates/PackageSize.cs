using System.IO.Compression;

namespace AddUserToGroup.Benchmarks.Candidates;

/// <summary>The size of the zip file that Lambda would get.</summary>
internal static class PackageSize
{
    // For debuggers; `dotnet lambda package` leaves them out, too.
    private static readonly string[] Symbols = [".dbg", ".pdb"];

    /// <param name="files">A file, or a directory with all that is in it.</param>
    public static long Measure(string files)
    {
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            var all = File.Exists(files) ? [files] : Directory.GetFiles(files, "*", SearchOption.AllDirectories);
            foreach (var file in all.Where(file => !Symbols.Contains(Path.GetExtension(file))))
            {
                archive.CreateEntryFromFile(file, Path.GetFileName(file), CompressionLevel.Optimal);
            }
        }

        return zip.Length;
    }
}
