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
    private readonly InvocationLog _log = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly Task<int> _run;

    private ExecutionEnvironment(RuntimeApi api, RunEnvironment run, TextWriter output, TimeSpan timeout)
    {
        (_api, _output, _timeout) = (api, output, timeout);
        _run = run(api.Address, Show, _stop.Token);
    }

    /// <summary>Whether it can take no further event.</summary>
    public bool IsSpent { get; private set; }

    /// <summary>Starts the function.</summary>
    /// <param name="run">Runs the function.</param>
    /// <param name="output">Shows what the function writes; has to be safe for several threads.</param>
    /// <param name="timeout">How long the function may take to start, and then for each event.</param>
    /// <param name="cancellationToken">Gives up the start.</param>
    [SuppressMessage("Reliability", "CA2000", Justification = "The environment owns its Runtime API.")]
    public static async Task<ExecutionEnvironment> StartAsync(
        RunEnvironment run, TextWriter output, TimeSpan timeout, CancellationToken cancellationToken) =>
        new(await RuntimeApi.StartAsync(timeout, cancellationToken), run, output, timeout);

    /// <summary>Waits until the function has started.</summary>
    /// <returns>What it did instead, in words that follow its name; null where it started, or reported why it cannot.</returns>
    public async Task<string?> FindStartFailureAsync()
    {
        await FirstOfAsync(_api.Asked, _api.InitError, _run);
        if (_api.Asked.IsCompleted || _api.InitError.IsCompleted)
        {
            return null;
        }

        return _run.IsCompleted
            ? $"ended with exit code {await _run} before it asked Lambda's Runtime API for an event"
            : string.Create(
                CultureInfo.InvariantCulture,
                $"has not asked Lambda's Runtime API for an event within {_timeout.TotalSeconds:0.##} seconds");
    }

    /// <summary>Has one event handled. Never more than one at a time.</summary>
    public async Task<InvocationResult> InvokeAsync(Invocation invocation)
    {
        IsSpent = true;
        if (!_api.TryHandOver(invocation))
        {
            throw new InvalidOperationException("The environment already has an event.");
        }

        await WaitAsync(invocation);
        var givenUp = !invocation.Answered.IsCompleted && invocation.TryGiveUp(await ExplainAsync(invocation));
        if (givenUp || _run.IsCompleted)
        {
            await StopAsync();
            if (givenUp)
            {
                Show(Encoding.UTF8.GetString((await invocation.Answered).Payload.Span));
            }
        }
        else
        {
            IsSpent = false;
            await _log.SettleAsync();
        }

        var answer = await invocation.Answered;
        return new(answer.Payload, answer.IsError ? "Unhandled" : null, invocation.RequestId, _log.Take());
    }

    /// <summary>Kills the function; the event that it was handling gets Lambda's answer for that.</summary>
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

    private void Show(string line)
    {
        _log.Add(line);
        _output.WriteLine(line);
    }

    private async Task WaitAsync(Invocation invocation)
    {
        await FirstOfAsync(invocation.Taken, _api.InitError, _run);
        if (invocation.Taken.IsCompleted)
        {
            await FirstOfAsync(invocation.Answered, _run);
        }
    }

    private async Task<Answer> ExplainAsync(Invocation invocation)
    {
        if (_api.InitError.IsCompleted)
        {
            return await _api.InitError;
        }

        return _run.IsCompleted
            ? ErrorDocument.Exited(invocation.RequestId, await _run)
            : ErrorDocument.TimedOut(invocation.RequestId, _timeout);
    }

    private async Task FirstOfAsync(params Task[] tasks) =>
        await ((Task)Task.WhenAny(tasks)).WaitAsync(_timeout).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
