using System.Diagnostics;
using System.Globalization;

namespace AddUserToGroup.Local.Tests.Commands;

/// <summary>Starts that do not get as far as "Ready". They need a POSIX shell and named pipes.</summary>
public sealed class StartTests : IDisposable
{
    private const UnixFileMode Executable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("start-");

    [ToolFact("linux", "node")]
    public async Task Ends_with_one_sentence_and_no_child_when_it_is_stopped_before_it_is_ready()
    {
        var pipe = Path.Combine(_folder.FullName, "pipe");
        using (var mkfifo = Process.Start("mkfifo", [pipe]))
        {
            await mkfifo.WaitForExitAsync();
        }

        Write("node", $"case \"$*\" in *launcher.js*) echo $$ > {pipe}; exec /bin/cat ;; *) echo v20.0.0 ;; esac");
        using var host = LocalCommand.Start(_folder.FullName, ["demo", "--function", TestFunction.Path]);
        // It can be read once the user pool has opened it for writing.
        var id = int.Parse((await File.ReadAllTextAsync(pipe)).Trim(), CultureInfo.InvariantCulture);
        using var child = Process.GetProcessById(id);

        using var kill = Process.Start("kill", ["-INT", $"{host.Id}"]);
        // The limit only makes a wait without end fail.
        await host.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(2));

        Assert.Equal("Stopped before the end; nothing is left running.", (await host.StandardError.ReadToEndAsync()).Trim());
        Assert.Equal(130, host.ExitCode);
        await child.WaitForExitAsync();
    }

    [ToolFact("linux", "node")]
    public async Task Names_a_function_that_ends_before_it_asks_for_an_event()
    {
        var path = Write("function", "exit 3");

        var error = await Assert.ThrowsAsync<LocalStackException>(() => LocalStack.StartAsync(
            new() { FunctionPath = path, Output = TextWriter.Null }, CancellationToken.None));

        Assert.Equal(
            $"{path} ended with exit code 3 before it asked Lambda's Runtime API for an event: name a build of the function with --function.",
            error.Message);
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
