using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>Asks the Runtime API for events, one at a time, and responds to each.</summary>
public sealed class LambdaBootstrap : IDisposable
{
    private readonly Func<Stream, ILambdaContext, Task<Stream>> _handler;
    private readonly LambdaBootstrapInitializer? _initializer;
    private readonly RuntimeApiClient _runtimeApi = new(Environment.GetEnvironmentVariable("AWS_LAMBDA_RUNTIME_API"));
    private readonly FunctionLog _log = new();

    internal LambdaBootstrap(
        Func<Stream, ILambdaContext, Task<Stream>> handler, LambdaBootstrapInitializer? initializer)
    {
        _handler = handler;
        _initializer = initializer;
    }

    /// <summary>
    /// Returns when the token is cancelled or the initializer returns false. Throws the initializer's exception, and if the
    /// Runtime API cannot be reached or rejects a response. An exception of the handler is reported, and the loop continues.
    /// </summary>
    public async Task RunAsync(CancellationToken cancellationToken = default)
    {
        if (_initializer is not null && !await InitializeAsync(_initializer))
        {
            return;
        }

        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await InvokeOnceAsync(cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
        }
    }

    public void Dispose() => _runtimeApi.Dispose();

    private async Task<bool> InitializeAsync(LambdaBootstrapInitializer initializer)
    {
        try
        {
            return await initializer();
        }
        catch (Exception exception)
        {
            _log.Log(exception);
            await _runtimeApi.ReportInitializationErrorAsync(exception);
            throw;
        }
    }

    private async Task InvokeOnceAsync(CancellationToken cancellationToken)
    {
        var invocation = await _runtimeApi.NextAsync(cancellationToken);
        _log.Invocation = invocation;
        Environment.SetEnvironmentVariable("_X_AMZN_TRACE_ID", invocation.TraceId);
        Stream output;
        try
        {
            output = await _handler(invocation.Event, new LambdaContext(invocation, _log));
        }
        catch (Exception exception)
        {
            _log.Log(exception);
            await _runtimeApi.ReportInvocationErrorAsync(invocation.RequestId, exception, cancellationToken);
            return;
        }

        await _runtimeApi.SendResponseAsync(invocation.RequestId, output, cancellationToken);
    }
}
