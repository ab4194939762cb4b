using System.Security.Cryptography;
using System.Text;

namespace AddUserToGroup.Local.Page;

/// <summary>The page's code, bundled with <c>aws-amplify</c> by esbuild.</summary>
internal static class PageBundle
{
    /// <summary>The bundle's path.</summary>
    /// <param name="directory">The folder of the sources.</param>
    public static string FileIn(string directory) => Path.Combine(directory, ".local", "page.js");

    /// <summary>Installs the packages and builds the bundle if they are missing or out of date.</summary>
    /// <exception cref="LocalStackException">Node.js or a package is missing, or esbuild rejects the code.</exception>
    public static async Task EnsureAsync(TextWriter output, CancellationToken cancellationToken)
    {
        await NodeInstallation.EnsureAsync(BuildPaths.Page, "The page", output, cancellationToken);
        await BuildIfChangedAsync(BuildPaths.Page, output, cancellationToken);
    }

    /// <summary>Builds the bundle if it is missing, or if a source or the packages have changed.</summary>
    /// <exception cref="LocalStackException">esbuild rejects the code.</exception>
    public static async Task BuildIfChangedAsync(
        string directory, TextWriter output, CancellationToken cancellationToken)
    {
        var wanted = await DigestAsync(directory, cancellationToken);
        var built = Path.Combine(directory, ".local", "page.digest");
        if (await IsBuiltAsync())
        {
            return;
        }

        using var turn = await FolderLock.TakeAsync(directory, cancellationToken);
        if (!await IsBuiltAsync())
        {
            await BuildAsync(directory, output, cancellationToken);
            await File.WriteAllTextAsync(built, wanted, cancellationToken);
        }

        async Task<bool> IsBuiltAsync() =>
            File.Exists(FileIn(directory))
            && File.Exists(built)
            && await File.ReadAllTextAsync(built, cancellationToken) == wanted;
    }

    private static async Task BuildAsync(string directory, TextWriter output, CancellationToken cancellationToken)
    {
        var esbuild = ChildProcess.Describe(
            "node",
            directory,
            Path.Combine(BuildPaths.Page, "node_modules", "esbuild", "bin", "esbuild"),
            "page.ts",
            "--bundle",
            "--minify",
            "--format=esm",
            // The default of other bundlers. It rules out await outside functions.
            "--target=es2020",
            "--log-level=warning",
            $"--outfile={FileIn(directory)}");
        var exitCode = await ChildProcess.RunAsync(esbuild, line => output.WriteLine($"  {line}"), cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        if (exitCode != 0)
        {
            throw new LocalStackException("The page could not be bundled: correct what esbuild names above, then start again.");
        }
    }

    private static async Task<string> DigestAsync(string directory, CancellationToken cancellationToken)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        string[] files = [.. Directory.EnumerateFiles(directory, "*.ts"), Path.Combine(directory, "package-lock.json")];
        foreach (var file in files.Order(StringComparer.Ordinal))
        {
            digest.AppendData(Encoding.UTF8.GetBytes(Path.GetFileName(file)));
            digest.AppendData(SHA256.HashData(await File.ReadAllBytesAsync(file, cancellationToken)));
        }

        return Convert.ToHexString(digest.GetHashAndReset());
    }
}
