namespace AddUserToGroup.Local.Tests;

public sealed class PackagesTests
{
    /// <summary>If npm fails, this test fails and the others that need its packages are skipped.</summary>
    [Fact]
    public Task Npm_installs_the_packages_of_the_local_stack() => Requirements.InstallPackagesAsync();
}
