using System.Security.Cryptography;
using System.Text;

namespace AddUserToGroup.Local.Page;

/// <summary>The page's code, bundled with <c>aws-amplify</c> by esbuild.</summary>
internal static class PageBundle
{
    /// <summary>Where the bundle is.</summary>
    /// <param name="directory">The folder of the page's sources.</param>
    public static string FileIn(string directory) => Path.Combine(directory, ".local", "page.js");

    /// <summary>Installs the packages and builds the bundle, each where it has to be.</summary>
    /// <exception cref="LocalStackException">Node.js or a package is missing, or the code is wrong.</exception>
    public static async Task EnsureAsync(TextWriter output, CancellationToken cancellationToken)
    {
        await NodeInstallation.EnsureAsync(BuildPaths.Page, "The page", output, cancellationToken);
        await BuildWhereChangedAsync(BuildPaths.Page, output, cancellationToken);
    }

    /// <summary>Builds the bundle where it is missing, or older than a source or the packages.</summary>
    /// <exception cref="LocalStackException">The code is wrong.</exception>
    public static async Task BuildWhereChangedAsync(
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
            // As far back as other bundlers go by default; it refuses await outside of functions.
            "--target=es2020",
            "--log-level=warning",
            $"--outfile={FileIn(directory)}");
        var exitCode = await ChildProcess.RunAsync(esbuild, line => output.WriteLine($"  {line}"), cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        if (exitCode != 0)
        {
            throw new LocalStackException("The page could not be bundled: mend what esbuild says above and start again.");
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
