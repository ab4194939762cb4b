using System.IO.Compression;
using AddUserToGroup.Local;
using AddUserToGroup.Local.Page;
using AddUserToGroup.Local.UserPool;
using Microsoft.AspNetCore.Http;

namespace AddUserToGroup.Local.Tests.Page;

/// <summary>The page's code and its bundle, without a browser.</summary>
public sealed class PageFilesTests
{
    [ToolFact("all", "node")]
    public async Task Pass_the_type_checker()
    {
        await PageBundle.EnsureAsync(TextWriter.Null, CancellationToken.None);
        var complaints = new List<string>();

        var exitCode = await ChildProcess.RunAsync(
            ChildProcess.Describe("node", BuildPaths.Page, Path.Combine("node_modules", "typescript", "bin", "tsc"), "--project", "."),
            complaints.Add,
            CancellationToken.None);

        Assert.Empty(complaints);
        Assert.Equal(0, exitCode);
    }

    [ToolFact("node")]
    public async Task Make_a_bundle_below_95_KB_compressed()
    {
        await PageBundle.EnsureAsync(TextWriter.Null, CancellationToken.None);

        using var compressed = new MemoryStream();
        await using (var gzip = new GZipStream(compressed, CompressionLevel.Optimal, leaveOpen: true))
        {
            await gzip.WriteAsync(await File.ReadAllBytesAsync(PageBundle.FileIn(BuildPaths.Page)));
        }

        Assert.InRange(compressed.Length, 10_000, 95_000);
    }

    [ToolFact("node")]
    public async Task Are_bundled_again_only_when_one_has_changed()
    {
        await PageBundle.EnsureAsync(TextWriter.Null, CancellationToken.None);
        var copy = CopyOfThePage();
        await PageBundle.BuildWhereChangedAsync(copy, TextWriter.Null, CancellationToken.None);
        var bundle = PageBundle.FileIn(copy);
        await File.WriteAllTextAsync(bundle, "as it was");

        await PageBundle.BuildWhereChangedAsync(copy, TextWriter.Null, CancellationToken.None);
        var unchanged = await File.ReadAllTextAsync(bundle);
        await File.AppendAllTextAsync(Path.Combine(copy, "sentences.ts"), "// Changed.\n");
        await PageBundle.BuildWhereChangedAsync(copy, TextWriter.Null, CancellationToken.None);

        Assert.Equal("as it was", unchanged);
        Assert.NotEqual("as it was", await File.ReadAllTextAsync(bundle));
        Remove(copy);
    }

    [ToolFact("node")]
    public async Task Are_an_error_of_one_sentence_below_esbuilds_where_they_cannot_be_bundled()
    {
        await PageBundle.EnsureAsync(TextWriter.Null, CancellationToken.None);
        var copy = CopyOfThePage();
        await File.WriteAllTextAsync(Path.Combine(copy, "page.ts"), "import 'missing';");
        using var output = new StringWriter();

        var failure = await Assert.ThrowsAsync<LocalStackException>(
            () => PageBundle.BuildWhereChangedAsync(copy, output, CancellationToken.None));

        Assert.StartsWith("The page could not be bundled", failure.Message, StringComparison.Ordinal);
        Assert.Contains("Could not resolve \"missing\"", output.ToString(), StringComparison.Ordinal);
        Remove(copy);
    }

    [Fact]
    public async Task Answer_502_for_the_directory_where_the_user_pool_is_gone()
    {
        using var nobody = new CognitoClient(new Uri("http://127.0.0.1:1"));
        var context = new DefaultHttpContext();

        await new UserDirectory(nobody, "us-east-1_LocalPool").AnswerAsync(context);

        Assert.Equal(StatusCodes.Status502BadGateway, context.Response.StatusCode);
    }

    // Inside the page's own folder, where Node.js finds the packages.
    private static string CopyOfThePage()
    {
        var copy = Directory.CreateDirectory(Path.Combine(BuildPaths.Page, ".local", Path.GetRandomFileName())).FullName;
        foreach (var file in Directory.EnumerateFiles(BuildPaths.Page, "*.ts")
            .Append(Path.Combine(BuildPaths.Page, "package-lock.json")))
        {
            File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
        }

        return copy;
    }

    private static void Remove(string folder) => Directory.Delete(folder, recursive: true);
}
