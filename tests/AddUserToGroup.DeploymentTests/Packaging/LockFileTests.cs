using System.Xml.Linq;

namespace AddUserToGroup.DeploymentTests.Packaging;

public sealed class LockFileTests
{
    private const string Function = "AddUserToGroup.csproj";

    public static TheoryData<string> Projects =>
    [
        .. new[] { "src", "tests" }
            .SelectMany(folder => Directory.EnumerateDirectories(Path.Combine(RepositoryRoot.Folder, folder)))
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.csproj"))
            .Select(file => Path.GetRelativePath(RepositoryRoot.Folder, file).Replace('\\', '/')),
    ];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_whose_packages_are_the_same_on_every_feed_has_a_lock_file_that_CI_keeps_to(string path)
    {
        var project = XDocument.Parse(RepositoryRoot.ReadText(path));

        Assert.True(
            HangsOnTheFeed(path, project) || (Has(project, "RestorePackagesWithLockFile") && Has(project, "RestoreLockedMode")),
            $"{path} needs RestorePackagesWithLockFile and, in CI, RestoreLockedMode.");
    }

    // FunctionClosures.cs takes the lock file's place for the function.
    private static bool HangsOnTheFeed(string path, XDocument project) =>
        path.EndsWith($"/{Function}", StringComparison.Ordinal)
        || path.EndsWith("/PackageFeedProbe.csproj", StringComparison.Ordinal)
        || project.Descendants("ProjectReference").Any(reference =>
            reference.Attribute("Include")!.Value.EndsWith($"/{Function}", StringComparison.Ordinal)
            && reference.Attribute("ReferenceOutputAssembly")?.Value != "false");

    private static bool Has(XDocument project, string property) =>
        project.Descendants(property).Any(it => it.Value == "true");
}
