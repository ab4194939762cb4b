using System.Diagnostics;
using System.Globalization;
using AddUserToGroup.Local;

namespace AddUserToGroup.Local.Tests.Commands;

/// <summary>What does not get as far as "Ready". A POSIX system's shell and named pipes help here.</summary>
public sealed class StartTests : IDisposable
{
    private const UnixFileMode Executable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("start-");

    [ToolTheory("linux", "node")]
    [InlineData("INT", "--version", "/bin/sleep 1000")]
    [InlineData("TERM", "--version", "/bin/sleep 1000")]
    [InlineData("INT", "launcher.js", "/bin/cat")]
    public async Task Ends_with_one_sentence_and_leaves_nothing_where_it_is_stopped_before_it_is_ready(
        string signal, string hangsAt, string hang)
    {
        // Its packages are not to be installed with the Node that follows.
        await NodeInstallation.EnsureAsync(BuildPaths.UserPool, "The user pool", TextWriter.Null, CancellationToken.None);
        var pipe = Path.Combine(_folder.FullName, "pipe");
        using (var mkfifo = Process.Start("mkfifo", [pipe]))
        {
            await mkfifo.WaitForExitAsync();
        }

        Write("node", $"case \"$*\" in *{hangsAt}*) echo $$ > {pipe}; exec {hang} ;; *) echo v20.0.0 ;; esac");
        using var host = LocalCommand.Start(_folder.FullName, ["demo", "--function", TestFunction.Path]);
        // Can be read once the Node that hangs has opened it for writing.
        var id = int.Parse((await File.ReadAllTextAsync(pipe)).Trim(), CultureInfo.InvariantCulture);
        using var child = Process.GetProcessById(id);

        using var kill = Process.Start("kill", [$"-{signal}", $"{host.Id}"]);
        // Bounded only so that a wait without end fails instead of hanging.
        await host.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(2));

        Assert.Equal("Stopped before the end; nothing is left running.", (await host.StandardError.ReadToEndAsync()).Trim());
        Assert.Equal(130, host.ExitCode);
        await child.WaitForExitAsync();
    }

    [ToolTheory("linux", "node")]
    [InlineData("exec /bin/sleep 1000", "has not asked Lambda's Runtime API for an event within 10 seconds")]
    [InlineData("exit 3", "ended with exit code 3 before it asked Lambda's Runtime API for an event")]
    public async Task Names_a_function_that_asks_for_no_event(string script, string failure)
    {
        var path = Write("function", script);

        var refusal = await Assert.ThrowsAsync<LocalStackException>(() => LocalStack.StartAsync(
            new() { FunctionPath = path, Output = TextWriter.Null },
            CancellationToken.None));

        Assert.Equal($"{path} {failure}: name a build of the function with --function.", refusal.Message);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private string Write(string name, string script)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, $"#!/bin/sh\n{script}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, Executable);
        }

        return path;
    }
}
