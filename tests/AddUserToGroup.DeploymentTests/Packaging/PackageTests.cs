using System.IO.Compression;
using System.Text.Json;

namespace AddUserToGroup.DeploymentTests.Packaging;

/// <summary><c>.ci/package</c>, which makes the files of a release; here for the JIT, which needs no linker.</summary>
public sealed class PackageTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    public void Dispose() => _folder.Delete(recursive: true);

    [ToolFact("all", "linux", "zip")]
    public async Task Makes_a_zip_that_Lambda_can_run_and_a_bill_of_its_packages()
    {
        var package = await PackAsync(
            "0.0.0", "-p:PublishAot=false", "-p:AllowStandInPublish=true", "-p:RunAnalyzers=false", "--artifacts-path", _folder.FullName);

        package.AssertSuccess();
        await using (var archive = await ZipFile.OpenReadAsync(Path.Combine(_folder.FullName, "Function.zip")))
        {
            Assert.Equal(0b111_101_101, Mode(archive, "AddUserToGroup"));
            Assert.Equal(0b110_100_100, Mode(archive, "THIRD-PARTY-NOTICES.txt"));
            Assert.DoesNotContain(archive.Entries, entry => Path.GetExtension(entry.Name) is ".pdb" or ".dbg");
        }

        using var bill = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(_folder.FullName, "Function.cdx.json")));
        var function = bill.RootElement.GetProperty("metadata").GetProperty("component");
        Assert.Equal("AddUserToGroup 0.0.0", Describe(function));
        var runtime = Assert.Single(function.GetProperty("components").EnumerateArray());
        Assert.Matches(@"^Microsoft\.NETCore\.App\.Runtime\.NativeAOT\.linux-(x64|arm64) 10\.0\.\d+$", Describe(runtime));
        var packages = bill.RootElement.GetProperty("components").EnumerateArray().ToList();
        Assert.Contains(packages, component => Describe(component) == "AWSSDK.Core 4.1.0");
        Assert.All(packages.Append(runtime), AssertLicence);
    }

    /// <summary>MSBuild would read further properties, and code, after a semicolon.</summary>
    [ToolTheory("linux")]
    [InlineData("v1.2.3")]
    [InlineData("1.2")]
    [InlineData("1.2.3.4")]
    [InlineData("01.2.3")]
    [InlineData("1.2.100000")]
    [InlineData("1.2.3-rc.1")]
    [InlineData("1.2.3 ")]
    [InlineData("1.2.3\n4.5.6")]
    [InlineData("1.2.3;AllowStandInPublish=true")]
    [InlineData("1.2.3;PreBuildEvent=touch%20package-was-run")]
    [InlineData("")]
    public async Task Accepts_only_versions_of_three_numbers(string version)
    {
        var package = await PackAsync(version);

        Assert.Equal(
            new ToolResult(2, "", "The version must be MAJOR.MINOR.PATCH, three numbers below 100000: give one such as 1.2.3.\n"), package);
        Assert.Empty(_folder.EnumerateFileSystemInfos());
    }

    private static int Mode(ZipArchive archive, string entry) => (archive.GetEntry(entry)!.ExternalAttributes >> 16) & 0x1ff;

    private static string Describe(JsonElement component) =>
        $"{component.GetProperty("name").GetString()} {component.GetProperty("version").GetString()}";

    private static void AssertLicence(JsonElement component)
    {
        var licence = Assert.Single(component.GetProperty("licenses").EnumerateArray()).GetProperty("license").GetProperty("id");
        Assert.True(Licences.Allow(licence.GetString()), $"{Describe(component)}: {licence}");
    }

    private Task<ToolResult> PackAsync(string version, params string[] options) => Tool.RunAsync(
        Path.Combine(Repository.Folder, ".ci", "package"), [_folder.FullName, "Function", version, .. options]);
}
