using AddUserToGroup.Packaging.Sbom;

namespace AddUserToGroup.DeploymentTests.Packaging;

public sealed class ClosureTests
{
    private readonly FunctionClosure _closure = FunctionClosure.Read();

    [Fact]
    public void The_function_consists_of_the_packages_that_are_listed_and_no_others()
    {
        var expected = _closure.HasStandIns ? FunctionClosures.WithStandIns : FunctionClosures.OfAmazonPackages;

        var resolved = _closure.Packages.Select(package => $"{package.Name} {package.Version}");

        Assert.Equal(expected.Order(StringComparer.Ordinal), resolved.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void All_that_the_function_consists_of_is_under_an_allowed_licence() =>
        Assert.All([.. _closure.Packages, _closure.Runtime], package =>
            Assert.True(Licences.Allow(package.Licence), $"{package.Name}: {package.Licence}"));

    [Fact]
    public void The_notices_name_all_that_the_function_consists_of_with_version_and_licence()
    {
        var notices = Notices();

        Assert.All(_closure.Packages, package =>
            Assert.Contains($"{package.Name} {package.Version} ({package.Licence})", notices));
    }

    [Fact]
    public void The_notices_name_what_a_release_consists_of_and_nothing_else() =>
        Assert.Equal(
            FunctionClosures.OfAmazonPackages.Order(StringComparer.Ordinal),
            Notices().Where(line => !line.StartsWith("The .NET runtime", StringComparison.Ordinal))
                .Select(line => line[..line.LastIndexOf(' ')]).Order(StringComparer.Ordinal));

    [Fact]
    public void The_notices_hold_the_text_of_the_licence()
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
