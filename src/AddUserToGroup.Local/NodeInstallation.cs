using System.ComponentModel;
using System.Globalization;

namespace AddUserToGroup.Local;

/// <summary>Node.js and the npm packages of a part of the stack.</summary>
internal static class NodeInstallation
{
    private const int OldestVersion = 20;

    // npm itself would try for minutes, and say nothing.
    private static readonly TimeSpan FirstWord = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(25);

    /// <summary>Installs the packages where they are missing or package-lock.json has changed since.</summary>
    /// <param name="directory">The folder of package-lock.json.</param>
    /// <param name="part">Whose packages they are, as a person reads it: "The user pool".</param>
    /// <param name="output">Shows progress; has to be safe for several threads.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <param name="time">Says when npm has had no answer for too long; null is the system's.</param>
    /// <exception cref="LocalStackException">Node.js is missing or too old, or npm failed.</exception>
    public static async Task EnsureAsync(
        string directory, string part, TextWriter output, CancellationToken cancellationToken, TimeProvider? time = null)
    {
        await CheckVersionAsync(part, cancellationToken);
        var wanted = await File.ReadAllTextAsync(Path.Combine(directory, "package-lock.json"), cancellationToken);
        var installed = Path.Combine(directory, "node_modules", ".installed");
        if (await IsAsync(installed, wanted, cancellationToken))
        {
            return;
        }

        using var turn = await FolderLock.TakeAsync(directory, cancellationToken);
        if (await IsAsync(installed, wanted, cancellationToken))
        {
            return;
        }

        await output.WriteLineAsync($"{part}: installing npm packages (only once) ...");
        await InstallAsync(directory, part, output, time ?? TimeProvider.System, cancellationToken);
        await File.WriteAllTextAsync(installed, wanted, cancellationToken);
    }

    private static async Task<bool> IsAsync(string file, string text, CancellationToken cancellationToken) =>
        File.Exists(file) && await File.ReadAllTextAsync(file, cancellationToken) == text;

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
        string directory, string part, TextWriter output, TimeProvider time, CancellationToken cancellationToken)
    {
        // At this level npm says of each request how it went.
        string[] arguments = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=http"];
        // On Windows npm is a script, which only the command interpreter can run.
        var npm = OperatingSystem.IsWindows()
            ? ChildProcess.DescribeWithInheritedEnvironment("cmd.exe", directory, ["/d", "/c", "npm", .. arguments])
            : ChildProcess.DescribeWithInheritedEnvironment("npm", directory, arguments);
        var answered = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var kill = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            var running = ChildProcess.RunAsync(npm, Read, kill.Token);
            var isOutOfReach = await IsOutOfReachAsync(Task.WhenAny(answered.Task, running), output, time);
            if (isOutOfReach)
            {
                await kill.CancelAsync();
            }

            var exitCode = await running;
            cancellationToken.ThrowIfCancellationRequested();
            if (isOutOfReach)
            {
                throw new LocalStackException(
                    $"npm has had no answer from its registry for {Patience.TotalSeconds:0} seconds: see to the network, or to npm's settings (npm config get registry, npm config get proxy), and start again.");
            }

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

        void Read(string line)
        {
            if (!line.StartsWith("npm http ", StringComparison.Ordinal))
            {
                output.WriteLine($"  {line}");
            }
            else if (!line.Contains(" failed with ", StringComparison.Ordinal))
            {
                _ = answered.TrySetResult();
            }
        }
    }

    private static async Task<bool> IsOutOfReachAsync(Task answered, TextWriter output, TimeProvider time)
    {
        var word = Task.Delay(FirstWord, time, CancellationToken.None);
        var end = Task.Delay(Patience, time, CancellationToken.None);
        if (await Task.WhenAny(answered, word) == word)
        {
            await output.WriteLineAsync(
                $"  npm has had no answer from its registry yet; it is given {Patience.TotalSeconds:0} seconds ...");
        }

        return await Task.WhenAny(answered, end) == end;
    }
}
