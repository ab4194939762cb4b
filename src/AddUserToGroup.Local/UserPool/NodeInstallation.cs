using System.ComponentModel;
using System.Globalization;

namespace AddUserToGroup.Local.UserPool;

/// <summary>Node.js and the npm packages that the user pool's launcher needs.</summary>
internal static class NodeInstallation
{
    private const int OldestVersion = 20;

    /// <summary>Installs the packages where they are missing or package-lock.json has changed since.</summary>
    /// <exception cref="LocalStackException">Node.js is missing or too old, or npm failed.</exception>
    public static async Task EnsureAsync(string directory, TextWriter output, CancellationToken cancellationToken)
    {
        await CheckVersionAsync(cancellationToken);
        using var turn = await TakeTurnAsync(directory, cancellationToken);
        var wanted = await File.ReadAllTextAsync(Path.Combine(directory, "package-lock.json"), cancellationToken);
        var installed = new FileInfo(Path.Combine(directory, "node_modules", ".installed"));
        if (installed.Exists && await File.ReadAllTextAsync(installed.FullName, cancellationToken) == wanted)
            return;

        await output.WriteLineAsync("Installing the user pool's npm packages (only once) ...");
        await InstallAsync(directory, output, cancellationToken);
        await File.WriteAllTextAsync(installed.FullName, wanted, cancellationToken);
    }

    private static async Task CheckVersionAsync(CancellationToken cancellationToken)
    {
        var version = "";
        try
        {
            await ChildProcess.RunAsync(
                ChildProcess.Describe("node", Environment.CurrentDirectory, "--version"), line => version = line, cancellationToken);
        }
        catch (Win32Exception exception)
        {
            throw new LocalStackException(
                $"The user pool needs Node.js {OldestVersion} or later, and there is no node on the PATH: install it from https://nodejs.org.",
                exception);
        }

        var major = version.TrimStart('v').Split('.')[0];
        if (!int.TryParse(major, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < OldestVersion)
        {
            throw new LocalStackException(
                $"The user pool needs Node.js {OldestVersion} or later, and the node on the PATH is {version}: install a newer one from https://nodejs.org.");
        }
    }

    private static async Task InstallAsync(string directory, TextWriter output, CancellationToken cancellationToken)
    {
        string[] arguments = ["ci", "--ignore-scripts", "--no-audit", "--no-fund"];
        // On Windows npm is a script, which only the command interpreter can run.
        var npm = OperatingSystem.IsWindows()
            ? ChildProcess.DescribeWithInheritedEnvironment("cmd.exe", directory, ["/d", "/c", "npm", .. arguments])
            : ChildProcess.DescribeWithInheritedEnvironment("npm", directory, arguments);
        try
        {
            var exitCode = await ChildProcess.RunAsync(npm, line => output.WriteLine($"  {line}"), cancellationToken);
            cancellationToken.ThrowIfCancellationRequested();
            if (exitCode != 0)
            {
                throw new LocalStackException(
                    $"npm ci in {directory} ended with exit code {exitCode}: mend what npm says above and start again.");
            }
        }
        catch (Win32Exception exception)
        {
            throw new LocalStackException(
                "The user pool's packages are installed with npm, and there is no npm on the PATH: install it with Node.js from https://nodejs.org.",
                exception);
        }
    }

    // Two stacks that start at once must not install into the same folder at once.
    private static async Task<FileStream> TakeTurnAsync(string directory, CancellationToken cancellationToken)
    {
        var file = Path.Combine(directory, ".local", "install.lock");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        while (true)
        {
            try
            {
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(file))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(200), cancellationToken);
            }
        }
    }
}
