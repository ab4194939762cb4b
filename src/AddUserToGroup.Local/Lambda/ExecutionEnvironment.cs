using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace AddUserToGroup.Local.Lambda;

/// <summary>One running function and the Runtime API that it asks for events.</summary>
internal sealed class ExecutionEnvironment : IAsyncDisposable
{
    private readonly RuntimeApi _api;
    private readonly TextWriter _output;
    private readonly TimeSpan _timeout;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task<int> _run;

    private ExecutionEnvironment(RuntimeApi api, FunctionRunner run, TextWriter output, TimeSpan timeout)
    {
        (_api, _output, _timeout) = (api, output, timeout);
        _run = run(api.Address, output.WriteLine, _stop.Token);
    }

    /// <summary>Whether the function is gone, so that it can receive no further event.</summary>
    public bool HasEnded { get; private set; }

    /// <summary>Starts the function.</summary>
    /// <param name="run">Runs the function.</param>
    /// <param name="output">Receives what the function writes; must be thread-safe.</param>
    /// <param name="timeout">The limit for the start, and then for each event.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    [SuppressMessage("Reliability", "CA2000", Justification = "The environment owns its Runtime API.")]
    public static async Task<ExecutionEnvironment> StartAsync(
        FunctionRunner run, TextWriter output, TimeSpan timeout, CancellationToken cancellationToken) =>
        new(await RuntimeApi.StartAsync(timeout, cancellationToken), run, output, timeout);

    /// <summary>Waits until the function has started.</summary>
    /// <returns>What it did instead, as words that follow its name; null if it started, or reported why it cannot.</returns>
    public async Task<string?> FindStartFailureAsync()
    {
        await WaitForAnyAsync(_api.Started, _api.InitError, _run);
        if (_api.Started.IsCompleted || _api.InitError.IsCompleted)
        {
            return null;
        }

        return _run.IsCompleted
            ? $"ended with exit code {await _run} before it asked Lambda's Runtime API for an event"
            : string.Create(
                CultureInfo.InvariantCulture,
                $"has not asked Lambda's Runtime API for an event within {_timeout.TotalSeconds:0.##} seconds");
    }

    /// <summary>Lets the function handle one event. Never more than one at a time.</summary>
    public async Task<InvocationResult> InvokeAsync(Invocation invocation)
    {
        _api.Send(invocation);
        await WaitForAnyAsync(invocation.Received, _api.InitError, _run);
        if (invocation.Received.IsCompleted)
        {
            await WaitForAnyAsync(invocation.Result, _run);
        }

        var failed = !invocation.Result.IsCompleted && invocation.TryComplete(await DescribeFailureAsync(invocation));
        var result = await invocation.Result;
        if (failed || _run.IsCompleted)
        {
            HasEnded = true;
            await StopAsync();
        }

        if (failed)
        {
            await _output.WriteLineAsync(Encoding.UTF8.GetString(result.Payload.Span));
        }

        return result;
    }

    /// <summary>Kills the function. An event that it was handling ends as an error.</summary>
    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await _run;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await _api.DisposeAsync();
        _stop.Dispose();
    }

    private async Task<InvocationResult> DescribeFailureAsync(Invocation invocation) =>
        _api.InitError.IsCompleted ? await _api.InitError
        : _run.IsCompleted ? InvocationResult.Exited(invocation.RequestId, await _run)
        : InvocationResult.TimedOut(invocation.RequestId, _timeout);

    private async Task WaitForAnyAsync(params Task[] tasks) =>
        await ((Task)Task.WhenAny(tasks)).WaitAsync(_timeout).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
