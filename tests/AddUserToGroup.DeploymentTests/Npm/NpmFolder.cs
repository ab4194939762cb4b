using System.Collections.Concurrent;

namespace AddUserToGroup.DeploymentTests.Npm;

/// <summary>
/// A folder of the repository that has a package.json, with its packages installed. Installing needs the npm registry,
/// once and again only after package-lock.json has changed; all else works without a network.
/// </summary>
internal sealed class NpmFolder
{
    private static readonly ConcurrentDictionary<string, Lazy<Task>> Installations = new();

    private readonly string _folder;

    private NpmFolder(string folder) => _folder = folder;

    /// <param name="path">Of the folder, relative to the repository.</param>
    public static async Task<NpmFolder> EnsureAsync(string path)
    {
        var folder = Path.Combine(Repository.Folder, path);
        await Installations.GetOrAdd(folder, _ => new Lazy<Task>(() => InstallAsync(folder))).Value;
        return new NpmFolder(folder);
    }

    /// <summary>The path of a file of an installed package.</summary>
    /// <param name="path">Relative to node_modules, with forward slashes.</param>
    public string Module(string path) => Path.Combine(_folder, "node_modules", path);

    /// <summary>
    /// A new folder inside this one, where Node.js therefore finds the packages; the caller deletes it. Its name starts
    /// with a dot, so that it is part of no build.
    /// </summary>
    public string CreateWorkspace() =>
        Directory.CreateDirectory(Path.Combine(_folder, ".local", Path.GetRandomFileName())).FullName;

    private static async Task InstallAsync(string folder)
    {
        var wanted = await File.ReadAllTextAsync(Path.Combine(folder, "package-lock.json"));
        var installed = Path.Combine(folder, "node_modules", ".installed");
        if (File.Exists(installed) && await File.ReadAllTextAsync(installed) == wanted)
        {
            return;
        }

        // It installs what package-lock.json names and leaves that file alone, as `npm ci` would if that did not refuse
        // lock files of packages which bundle others, as Amplify's do: https://github.com/npm/cli/issues/9821.
        var npm = await Tool.RunAsync(
            "npm", ["install", "--no-save", "--ignore-scripts", "--no-audit", "--no-fund"], folder);
        npm.AssertSuccess();
        await File.WriteAllTextAsync(installed, wanted);
    }
}
