namespace AddUserToGroup.Local.Page;

/// <summary>The page's code, bundled with <c>aws-amplify</c> by esbuild.</summary>
internal static class PageBundle
{
    /// <summary>The bundle's path.</summary>
    public static string Path { get; } = System.IO.Path.Combine(BuildPaths.Page, ".local", "page.js");

    /// <summary>Installs the packages if they are missing, and builds the bundle.</summary>
    /// <exception cref="LocalStackException">Node.js or a package is missing, or esbuild rejects the code.</exception>
    public static async Task EnsureAsync(TextWriter output, CancellationToken cancellationToken)
    {
        await NodeInstallation.EnsureAsync(BuildPaths.Page, "The page", output, cancellationToken);
        var file = $"{Path}.{Guid.NewGuid()}";
        var esbuild = ChildProcess.Describe(
            "node",
            BuildPaths.Page,
            System.IO.Path.Combine("node_modules", "esbuild", "bin", "esbuild"),
            "page.ts",
            "--bundle",
            "--minify",
            "--format=esm",
            // The default of other bundlers. It rules out await outside functions.
            "--target=es2020",
            "--log-level=warning",
            $"--outfile={file}");
        var exitCode = await ChildProcess.RunAsync(esbuild, line => output.WriteLine($"  {line}"), cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        if (exitCode != 0)
        {
            throw new LocalStackException("The page could not be bundled: correct what esbuild names above, then start again.");
        }

        // Another stack may be serving the previous file.
        File.Move(file, Path, overwrite: true);
    }
}
