namespace AddUserToGroup.Local.Lambda;

/// <summary>
/// Runs the function as Lambda does with one execution environment. It starts before the first event, handles one event after
/// another, and is replaced after a crash, a timeout or a failed start. Concurrent events wait.
/// </summary>
/// <param name="run">Runs the function.</param>
/// <param name="output">Receives what the function writes; must be thread-safe.</param>
/// <param name="timeout">The function's timeout.</param>
internal sealed class FunctionHost(FunctionRunner run, TextWriter output, TimeSpan timeout) : IAsyncDisposable
{
    private readonly SemaphoreSlim _oneAtATime = new(1);
    private readonly CancellationTokenSource _ending = new();
    private ExecutionEnvironment? _environment;

    /// <summary>Starts the function before the first event.</summary>
    /// <returns>What the function did instead, as words that follow its name; null if it started.</returns>
    public async Task<string?> FindStartFailureAsync(CancellationToken cancellationToken)
    {
        await _oneAtATime.WaitAsync(cancellationToken);
        try
        {
            _environment ??= await ExecutionEnvironment.StartAsync(run, output, timeout, cancellationToken);
            return await _environment.FindStartFailureAsync().WaitAsync(cancellationToken);
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    /// <summary>Lets the function handle one event. A caller that disconnects does not stop the function, as in Lambda.</summary>
    public async Task<InvocationResult> InvokeAsync(ReadOnlyMemory<byte> payload, CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _ending.Token);
        await _oneAtATime.WaitAsync(either.Token);
        return await RunAsync(new Invocation(payload)).WaitAsync(either.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        if (_environment is { } busy)
        {
            await busy.StopAsync();
        }

        // The event that was being handled has ended now, and no other follows.
        await _oneAtATime.WaitAsync();
        if (_environment is { } idle)
        {
            await idle.DisposeAsync();
        }

        _oneAtATime.Dispose();
        _ending.Dispose();
    }

    private async Task<InvocationResult> RunAsync(Invocation invocation)
    {
        try
        {
            _environment ??= await ExecutionEnvironment.StartAsync(run, output, timeout, _ending.Token);
            var result = await _environment.InvokeAsync(invocation);
            if (_environment.HasEnded)
            {
                var ended = _environment;
                _environment = null;
                await ended.DisposeAsync();
            }

            return result;
        }
        finally
        {
            _oneAtATime.Release();
        }
    }
}
