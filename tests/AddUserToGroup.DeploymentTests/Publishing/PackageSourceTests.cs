namespace AddUserToGroup.DeploymentTests.Publishing;

/// <summary>The build settings in src/Directory.Build.props with package sources as companies configure them.</summary>
public sealed class PackageSourceTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>NuGet warns of two sources whose packages are not mapped (NU1507), and warnings are errors here.</summary>
    [Fact]
    public async Task Restores_with_two_package_sources()
    {
        // Nothing listens on this port; a project without packages asks for none.
        await WriteAsync(
            "nuget.config",
            """
            <configuration>
              <packageSources>
                <clear />
                <add key="one" value="https://127.0.0.1:1/one/index.json" />
                <add key="two" value="https://127.0.0.1:1/two/index.json" />
              </packageSources>
            </configuration>
            """);
        await WriteAsync("Probe.csproj", """<Project Sdk="Microsoft.NET.Sdk" />""");
        await WriteAsync("Directory.Build.props", $"""<Project><Import Project="{Repository.Folder}/src/Directory.Build.props" /></Project>""");

        var restore = await Tool.RunAsync(Tool.DotNet, ["restore", "-tl:off", "-p:NuGetAudit=false"], _folder.FullName);

        restore.AssertSuccess();
        Assert.Contains("warning NU1507", restore.Output, StringComparison.Ordinal);
    }

    private Task WriteAsync(string name, string text) => File.WriteAllTextAsync(Path.Combine(_folder.FullName, name), text);
}
