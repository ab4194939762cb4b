using System.Text.RegularExpressions;

namespace AddUserToGroup.DeploymentTests.Packaging;

/// <summary>src/AddUserToGroup/PinnedPackages.txt, the list of the packages that a release may contain.</summary>
public sealed partial class PinnedPackageTests : IDisposable
{
    private const string Known = "AWSSDK.Core 4.1.0";

    private static readonly string[] Pins =
        [.. Repository.ReadText("src/AddUserToGroup/PinnedPackages.txt").Split('\n').Where(line => line is not ("" or ['#', ..]))];

    private readonly string _list = Path.GetTempFileName();

    public void Dispose() => File.Delete(_list);

    [Theory]
    [InlineData(Known, Known, true)]
    [InlineData(Known, "AWSSDK.Core 4.0.0", false)]
    [InlineData(Known, $"{Known} AA==", false)]
    public async Task Must_have_each_package_of_the_function_with_its_version_and_content(string pinned, string entry, bool isAllowed) =>
        Assert.Equal(isAllowed, await IsAllowedAsync("false", pinned, entry));

    [Theory]
    [InlineData("false", true)]
    [InlineData("true", false)]
    public async Task Must_have_the_content_of_each_package_of_a_release(string isRelease, bool isAllowed)
    {
        var pin = Pins.Single(pin => pin.StartsWith(Known, StringComparison.Ordinal));

        Assert.Equal(isAllowed, await IsAllowedAsync(isRelease, pin, $"{Known} unknown"));
    }

    [Fact]
    public void Matches_the_notices_whose_licences_are_allowed()
    {
        var notices = Repository.ReadText("src/AddUserToGroup/THIRD-PARTY-NOTICES.txt");
        var named = Package.Matches(notices);

        Assert.Equal(
            Pins.Select(pin => pin[..pin.LastIndexOf(' ')]).Order(StringComparer.Ordinal),
            named.Select(notice => notice.Groups["package"].Value).Order(StringComparer.Ordinal));
        Assert.All(named, notice => Assert.True(Licences.Allow(notice.Groups["licence"].Value), notice.Value));
        Assert.Contains("Version 2.0, January 2004", notices, StringComparison.Ordinal);
    }

    private async Task<bool> IsAllowedAsync(string isRelease, string pinned, string entry)
    {
        await File.WriteAllTextAsync(_list, string.Join('\n', Pins).Replace(pinned, entry, StringComparison.Ordinal));
        var check = await Tool.RunAsync(
            Tool.DotNet,
            ["msbuild", Repository.Function, "-t:CheckPackages", $"-p:IsRelease={isRelease}", $"-p:PinnedPackages={_list}", "-nologo", "-tl:off"]);
        Assert.Equal(check.ExitCode == 0, !check.Output.Contains($"AUTG006: Not published: {Known} ", StringComparison.Ordinal));
        return check.ExitCode == 0;
    }

    [GeneratedRegex(@"^  (?<package>\S+ [\d.]+) \((?<licence>\S+)\)$", RegexOptions.Multiline)]
    private static partial Regex Package { get; }
}
