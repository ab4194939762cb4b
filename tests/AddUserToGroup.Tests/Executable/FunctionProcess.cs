using System.Collections.Concurrent;
using System.Diagnostics;

namespace AddUserToGroup.Tests.Executable;

/// <summary>
/// The function's executable as Lambda runs it: a process of its own with an environment of its own. The one that was
/// built with the tests, or the one that ADD_USER_TO_GROUP_FUNCTION names (the native binary, say).
/// </summary>
internal sealed class FunctionProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _output = new();

    private FunctionProcess(Process process) => _process = process;

    public IReadOnlyList<string> Output => [.. _output];

    public int Id => _process.Id;

    /// <summary>The most memory that the process has had so far, in bytes; 0 where the operating system does not say.</summary>
    public long PeakMemory
    {
        get
        {
            _process.Refresh();
            return _process.PeakWorkingSet64;
        }
    }

    public static FunctionProcess Start(string runtimeApi, params (string Name, string? Value)[] settings)
    {
        var path = Environment.GetEnvironmentVariable("ADD_USER_TO_GROUP_FUNCTION") is { Length: > 0 } other
            ? other
            : Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "AddUserToGroup.exe" : "AddUserToGroup");
        var start = new ProcessStartInfo(path) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("AWS_", StringComparison.Ordinal)).ToArray())
        {
            start.Environment.Remove(name);
        }

        (string Name, string? Value)[] environment =
        [
            ("AWS_LAMBDA_RUNTIME_API", runtimeApi),
            ("AWS_REGION", "us-east-1"),
            ("AWS_ACCESS_KEY_ID", "AKIDEXAMPLE"),
            ("AWS_SECRET_ACCESS_KEY", "an example of a secret"),
            .. settings,
        ];
        foreach (var (name, value) in environment.Where(variable => variable.Value is not null))
        {
            start.Environment[name] = value;
        }

        var function = new FunctionProcess(new Process { StartInfo = start });
        function._process.OutputDataReceived += (_, line) => function.Keep(line.Data);
        function._process.ErrorDataReceived += (_, line) => function.Keep(line.Data);
        function._process.Start();
        function._process.BeginOutputReadLine();
        function._process.BeginErrorReadLine();
        return function;
    }

    /// <summary>Waits for the end of the process and of its output.</summary>
    public async Task<int> ExitCodeAsync(CancellationToken cancellationToken)
    {
        await _process.WaitForExitAsync(cancellationToken);
        return _process.ExitCode;
    }

    /// <summary>Ends the process and waits for the last of its output.</summary>
    public async ValueTask StopAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _process.Dispose();
    }

    private void Keep(string? line)
    {
        if (line is not null)
        {
            _output.Enqueue(line);
        }
    }
}
