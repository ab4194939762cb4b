namespace AddUserToGroup.Local.Page;

/// <summary>Writes the page as static files, for any web host.</summary>
internal static class PageExport
{
    /// <param name="settings">The API and the user pool.</param>
    /// <param name="folder">Is created if it is missing; files of the same names are replaced.</param>
    /// <param name="output">Shows progress.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="LocalStackException">Something that the page is built from is missing.</exception>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public static async Task WriteAsync(
        PageSettings settings, string folder, TextWriter output, CancellationToken cancellationToken)
    {
        await PageBundle.EnsureAsync(output, cancellationToken);
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(
            Path.Combine(folder, "index.html"), PageDocument.For(settings, isLocal: false), cancellationToken);
        foreach (var (name, path) in PageDocument.Files)
        {
            File.Copy(path, Path.Combine(folder, name), overwrite: true);
        }
    }
}
