using System.Collections.Concurrent;
using System.Diagnostics;

namespace AddUserToGroup.Shared.Lambda;

/// <summary>A function behind the Runtime API: a process of its own, whose output is kept.</summary>
internal sealed class ExecutableProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _output = new();

    private ExecutableProcess(Process process) => _process = process;

    public IReadOnlyList<string> Output => [.. _output];

    public int Id => _process.Id;

    /// <summary>The most memory that the process has had so far, in bytes; 0 if the operating system does not say.</summary>
    public long PeakMemory
    {
        get
        {
            _process.Refresh();
            return _process.PeakWorkingSet64;
        }
    }

    /// <summary>CPU time of all threads.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <param name="program">With its environment.</param>
    public static ExecutableProcess Start(ProcessStartInfo program)
    {
        program.RedirectStandardOutput = program.RedirectStandardError = true;
        var function = new ExecutableProcess(new Process { StartInfo = program });
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
