using System.ComponentModel;
using System.Globalization;

namespace AddUserToGroup.Local;

/// <summary>Node.js and the npm packages of a part of the stack.</summary>
internal static class NodeInstallation
{
    private const int OldestVersion = 20;

    /// <summary>Installs the packages where they are missing or package-lock.json has changed since.</summary>
    /// <param name="directory">The folder of package-lock.json.</param>
    /// <param name="part">Whose packages they are, as a person reads it: "The user pool".</param>
    /// <param name="output">Shows progress.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="LocalStackException">Node.js is missing or too old, or npm failed.</exception>
    public static async Task EnsureAsync(
        string directory, string part, TextWriter output, CancellationToken cancellationToken)
    {
        await CheckVersionAsync(part, cancellationToken);
        using var turn = await FolderLock.TakeAsync(directory, cancellationToken);
        var wanted = await File.ReadAllTextAsync(Path.Combine(directory, "package-lock.json"), cancellationToken);
        var installed = new FileInfo(Path.Combine(directory, "node_modules", ".installed"));
        if (installed.Exists && await File.ReadAllTextAsync(installed.FullName, cancellationToken) == wanted)
        {
            return;
        }

        await output.WriteLineAsync($"{part}: installing npm packages (only once) ...");
        await InstallAsync(directory, part, output, cancellationToken);
        await File.WriteAllTextAsync(installed.FullName, wanted, cancellationToken);
    }

    private static async Task CheckVersionAsync(string part, CancellationToken cancellationToken)
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
                $"{part} needs Node.js {OldestVersion} or later, and there is no node on the PATH: install it from https://nodejs.org.",
                exception);
        }

        var major = version.TrimStart('v').Split('.')[0];
        if (!int.TryParse(major, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < OldestVersion)
        {
            throw new LocalStackException(
                $"{part} needs Node.js {OldestVersion} or later, and the node on the PATH is {version}: install a newer one from https://nodejs.org.");
        }
    }

    private static async Task InstallAsync(
        string directory, string part, TextWriter output, CancellationToken cancellationToken)
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
                $"{part} needs packages from npm, and there is no npm on the PATH: install it with Node.js from https://nodejs.org.",
                exception);
        }
    }
}
