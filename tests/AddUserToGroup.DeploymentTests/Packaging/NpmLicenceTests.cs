using System.Text.Json;

namespace AddUserToGroup.DeploymentTests.Packaging;

/// <summary>The npm packages that the local stack runs or bundles into its page. The lock files name their licences.</summary>
public sealed class NpmLicenceTests
{
    [Theory]
    [InlineData("Page")]
    [InlineData("UserPool")]
    public void Are_allowed(string folder)
    {
        using var lockFile = JsonDocument.Parse(
            Repository.ReadText($"src/AddUserToGroup.Local/{folder}/package-lock.json"));

        var packages = lockFile.RootElement.GetProperty("packages").EnumerateObject()
            .Where(package => package.Name.Contains("node_modules/", StringComparison.Ordinal))
            .Where(package => !IsForDevelopment(package.Value) && !IsOurs(package.Value))
            .Select(package => (Name: Name(package), Licence: Licence(package.Value)))
            .ToList();

        Assert.NotEmpty(packages);
        Assert.All(packages, package => Assert.True(Licences.Allow(package.Licence), $"{package.Name}: {package.Licence}"));
    }

    private static bool IsForDevelopment(JsonElement package) => package.TryGetProperty("dev", out _);

    // A folder of this repository, in place of a package.
    private static bool IsOurs(JsonElement package) => package.TryGetProperty("link", out _);

    private static string Name(JsonProperty package) =>
        $"{package.Name.Split("node_modules/")[^1]} {package.Value.GetProperty("version").GetString()}";

    private static string? Licence(JsonElement package) =>
        package.TryGetProperty("license", out var licence) ? licence.GetString() : null;
}
