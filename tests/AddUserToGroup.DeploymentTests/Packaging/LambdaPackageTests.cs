using System.IO.Compression;
using AddUserToGroup.Packaging;

namespace AddUserToGroup.DeploymentTests.Packaging;

public sealed class LambdaPackageTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Holds_what_was_published_but_for_the_symbols()
    {
        using var archive = Pack();

        Assert.Equal(
            ["AddUserToGroup", "THIRD-PARTY-NOTICES.txt", "dotnet/LICENSE.TXT"],
            archive.Entries.Select(entry => entry.FullName));
        using var content = new StreamReader(archive.GetEntry("dotnet/LICENSE.TXT")!.Open());
        Assert.Equal("dotnet/LICENSE.TXT", content.ReadToEnd());
    }

    [Fact]
    public void Lets_Lambda_run_the_executable_and_read_everything()
    {
        using var archive = Pack();

        Assert.Equal(
            ["755", "644", "644"],
            archive.Entries.Select(entry => Convert.ToString((entry.ExternalAttributes >> 16) & 0x1ff, 8)));
    }

    [Fact]
    public void Is_the_same_for_the_same_files()
    {
        Pack().Dispose();
        var first = File.ReadAllBytes(Zip);
        foreach (var file in Published.EnumerateFiles())
        {
            file.LastWriteTimeUtc = DateTime.UnixEpoch.AddYears(40);
        }

        Pack().Dispose();

        Assert.Equal(first, File.ReadAllBytes(Zip));
    }

    private DirectoryInfo Published => _folder.CreateSubdirectory("published");

    private string Zip => Path.Combine(_folder.FullName, "package.zip");

    private ZipArchive Pack()
    {
        Published.CreateSubdirectory("dotnet");
        foreach (var path in new[]
            { "AddUserToGroup", "AddUserToGroup.dbg", "THIRD-PARTY-NOTICES.txt", "dotnet/LICENSE.TXT" })
        {
            var file = Path.Combine(Published.FullName, path);
            if (!File.Exists(file))
            {
                File.WriteAllText(file, path);
            }
        }

        LambdaPackage.Write(Published.FullName, Zip);
        return ZipFile.OpenRead(Zip);
    }
}
