using AddUserToGroup.Local;

namespace AddUserToGroup.Shared.Skips;

/// <summary>Node.js alone is not enough for this project's tests: they need the stack's npm packages.</summary>
internal static partial class Requirements
{
    /// <summary>Installs the packages of the user pool and of the page. Does nothing without Node.js.</summary>
    /// <exception cref="LocalStackException">npm failed.</exception>
    public static async Task InstallPackagesAsync()
    {
        if (HasNode())
        {
            await Task.WhenAll(new[] { BuildPaths.UserPool, BuildPaths.Page }.Select(folder =>
                NodeInstallation.EnsureAsync(folder, "The local stack", TextWriter.Null, CancellationToken.None)));
        }
    }

    static partial void Extend() => Known["node"] = (
        new(() => HasNode() && HasPackages()),
        $"Needs Node.js {OldestNode} or later with npm on the PATH (https://nodejs.org) and packages from npm: see {nameof(Local.Tests.PackagesTests)}.");

    private static bool HasPackages()
    {
        try
        {
            // Away from xunit's synchronization context, whose threads may all be waiting here.
            Task.Run(InstallPackagesAsync).GetAwaiter().GetResult();
            return true;
        }
        catch (LocalStackException)
        {
            // PackagesTests fails with it, so that one cause is reported once.
            return false;
        }
    }
}
