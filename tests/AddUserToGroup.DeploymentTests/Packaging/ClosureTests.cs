using AddUserToGroup.Packaging;
using AddUserToGroup.Packaging.Sbom;

namespace AddUserToGroup.DeploymentTests.Packaging;

public sealed class ClosureTests
{
    private readonly FunctionClosure _closure = FunctionClosure.Read();

    [Fact]
    public void Holds_the_packages_that_are_listed_and_no_others() =>
        FunctionClosures.AssertPinned(_closure.Packages, _closure.Pins, isRelease: false);

    [Theory]
    [InlineData("1.0.0", "content", "New 1.0.0 is not one")]
    [InlineData("2.0.0", "other", "New 2.0.0 has the content other")]
    [InlineData(null, null, "New 2.0.0 is missing")]
    public void Refuses_another_package_another_content_and_one_that_is_missing(
        string? version, string? content, string refusal)
    {
        var known = FunctionClosures.WithStandIns[0];
        ShippedPackage core = new(known.Name, known.Version, "", "", "", known.ContentHash!, []);
        ShippedPackage[] resolved = version is null
            ? [core]
            : [core, core with { Name = "New", Version = version, ContentHash = content! }];

        var thrown = Assert.Throws<PackagingException>(() => FunctionClosures.AssertPinned(
            resolved, [known, new PinnedPackage("New", "2.0.0", "content")], isRelease: false));

        Assert.StartsWith(refusal, thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Releases_no_package_whose_content_is_not_pinned()
    {
        ShippedPackage package = new("New", "1.0.0", "", "", "", "content", []);
        PinnedPackage[] pinned = [new("New", "1.0.0", null)];

        FunctionClosures.AssertPinned([package], pinned, isRelease: false);

        Assert.Throws<PackagingException>(() => FunctionClosures.AssertPinned([package], pinned, isRelease: true));
    }

    [Fact]
    public void Has_allowed_licences_alone() =>
        Assert.All([.. _closure.Packages, _closure.Runtime], package =>
            Assert.True(Licences.Allow(package.Licence), $"{package.Name}: {package.Licence}"));

    [Fact]
    public void Is_named_in_the_notices_with_version_and_licence()
    {
        var notices = Notices();

        Assert.All(_closure.Packages, package =>
            Assert.Contains($"{package.Name} {package.Version} ({package.Licence})", notices));
    }

    [Fact]
    public void Is_all_that_the_notices_name_for_a_release() =>
        Assert.Equal(
            FunctionClosures.OfAmazonPackages.Select(package => $"{package.Name} {package.Version}").Order(StringComparer.Ordinal),
            Notices().Where(line => !line.StartsWith("The .NET runtime", StringComparison.Ordinal))
                .Select(line => line[..line.LastIndexOf(' ')]).Order(StringComparer.Ordinal));

    [Fact]
    public void Has_the_text_of_the_licence_in_its_notices()
    {
        var notices = Repository.ReadText("src/AddUserToGroup/THIRD-PARTY-NOTICES.txt");

        Assert.Contains("Version 2.0, January 2004", notices, StringComparison.Ordinal);
        Assert.Contains("9. Accepting Warranty or Additional Liability.", notices, StringComparison.Ordinal);
    }

    // The lines that end in a licence: "  Name 1.2.3 (MIT)".
    private static IReadOnlyList<string> Notices() =>
    [
        .. Repository.ReadText("src/AddUserToGroup/THIRD-PARTY-NOTICES.txt").Split('\n')
            .TakeWhile(line => !line.StartsWith("---", StringComparison.Ordinal))
            .Select(line => line.Trim())
            .Where(line => line.EndsWith(')')),
    ];
}
