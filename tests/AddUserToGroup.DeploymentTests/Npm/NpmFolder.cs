using AddUserToGroup.Local;

namespace AddUserToGroup.DeploymentTests.Npm;

/// <summary>A folder of the repository that has a package.json, with its packages installed.</summary>
internal sealed class NpmFolder
{
    private readonly string _folder;

    private NpmFolder(string folder) => _folder = folder;

    /// <param name="path">Of the folder, relative to the repository.</param>
    public static async Task<NpmFolder> EnsureAsync(string path)
    {
        var folder = Path.Combine(Repository.Folder, path);
        await NodeInstallation.EnsureAsync(folder, path, TextWriter.Null, CancellationToken.None);
        return new NpmFolder(folder);
    }

    /// <summary>The path of a file of an installed package.</summary>
    /// <param name="path">Relative to node_modules, with forward slashes.</param>
    public string Module(string path) => Path.Combine(_folder, "node_modules", path);

    /// <summary>A new folder inside this one, so that Node.js finds the packages. The caller deletes it.</summary>
    // Its name starts with a dot, which keeps it out of every build.
    public string CreateWorkspace() =>
        Directory.CreateDirectory(Path.Combine(_folder, ".local", Path.GetRandomFileName())).FullName;
}
