using System.CommandLine;
using AddUserToGroup.Packaging.Sbom;

namespace AddUserToGroup.Packaging;

/// <summary>The commands, and how an error looks: one sentence on stderr and exit code 1.</summary>
internal static class CommandLine
{
    private const string NoRelease = "0.0.0";

    private static readonly Argument<DirectoryInfo> Published = new("published")
    {
        Description = "The folder that `dotnet publish src/AddUserToGroup -c Release -o <folder>` filled.",
    };

    private static readonly Argument<FileInfo> Output = new("output")
    {
        Description = "The file to write.",
    };

    private static readonly Option<string> Release = new("--release")
    {
        Description = "The version that is published; for it the content of every package has to be pinned.",
        DefaultValueFactory = _ => NoRelease,
    };

    public static Task<int> RunAsync(IReadOnlyList<string> arguments)
    {
        var sbom = new Command("sbom", "Writes what the native package consists of, as CycloneDX 1.6.")
        {
            Published, Output, Release,
        };
        sbom.SetAction((line, stop) => ReportAsync(() => WriteSbomAsync(line, stop)));
        var zip = new Command("zip", "Packs the native package as Lambda takes it.") { Published, Output };
        zip.SetAction((line, _) => ReportAsync(() => Zip(line)));
        return new RootCommand("What a release consists of.") { sbom, zip }
            .Parse(arguments)
            .InvokeAsync();
    }

    private static async Task<int> WriteSbomAsync(ParseResult line, CancellationToken stop)
    {
        var closure = FunctionClosure.Read();
        closure.AssertIsWhatWasLinked();
        var release = line.GetRequiredValue(Release);
        FunctionClosures.AssertPinned(closure.Packages, closure.Pins, isRelease: release != NoRelease);
        var published = PublishedFile.ReadAll(line.GetRequiredValue(Published).FullName);
        var bill = BillOfMaterials.Create(closure, published, release, DateTimeOffset.UtcNow);
        var output = line.GetRequiredValue(Output).FullName;
        await File.WriteAllTextAsync(output, bill, stop);
        Console.WriteLine($"{output}: {closure.Packages.Count} packages, {published.Count} files");
        return 0;
    }

    private static Task<int> Zip(ParseResult line)
    {
        var output = line.GetRequiredValue(Output);
        LambdaPackage.Write(line.GetRequiredValue(Published).FullName, output.FullName);
        Console.WriteLine($"{output.FullName}: {output.Length:N0} bytes");
        return Task.FromResult(0);
    }

    private static async Task<int> ReportAsync(Func<Task<int>> command)
    {
        try
        {
            return await command();
        }
        catch (PackagingException exception)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return 1;
        }
    }
}
