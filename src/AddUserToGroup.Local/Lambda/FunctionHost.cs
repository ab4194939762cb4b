namespace AddUserToGroup.Local.Lambda;

/// <summary>
/// Runs the function as Lambda does with one environment: started for the first event or ahead of it, kept for the next
/// ones, replaced after a crash, a time-out or a failed start. Events that come together wait for one another.
/// </summary>
/// <param name="run">Runs the function.</param>
/// <param name="output">Shows what the function writes; has to be safe for several threads.</param>
/// <param name="timeout">The function's timeout.</param>
internal sealed class FunctionHost(RunEnvironment run, TextWriter output, TimeSpan timeout) : IAsyncDisposable
{
    private readonly SemaphoreSlim _oneAtATime = new(1);
    private readonly CancellationTokenSource _ending = new();
    private ExecutionEnvironment? _environment;

    /// <summary>Starts the function ahead of the first event.</summary>
    /// <returns>What the function did instead, in words that follow its name; null where there is nothing to say.</returns>
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

    /// <summary>Has one event handled. A caller that goes away does not stop the function, as in Lambda.</summary>
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

        // The event that was being handled has its answer now, and no other takes its place.
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
            if (_environment.IsSpent)
            {
                var spent = _environment;
                _environment = null;
                await spent.DisposeAsync();
            }

            return result;
        }
        finally
        {
            _oneAtATime.Release();
        }
    }
}
