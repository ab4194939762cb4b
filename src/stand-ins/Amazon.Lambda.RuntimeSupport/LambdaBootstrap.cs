using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>Asks the Runtime API for events, one at a time, and answers each.</summary>
public class LambdaBootstrap : IDisposable
{
    private readonly Func<Stream, ILambdaContext, Task<Stream>> _handler;
    private readonly LambdaBootstrapInitializer? _initializer;
    private readonly HttpClient _httpClient = RuntimeApiClient.CreateHttpClient();
    private readonly RuntimeApiClient _runtimeApi;
    private readonly FunctionLog _log;

    internal LambdaBootstrap(
        Func<Stream, ILambdaContext, Task<Stream>> handler, LambdaBootstrapInitializer? initializer)
    {
        _handler = handler;
        _initializer = initializer;
        _log = FunctionLog.InPlaceOfConsole();
        _runtimeApi = new RuntimeApiClient(_httpClient, Environment.GetEnvironmentVariable("AWS_LAMBDA_RUNTIME_API"));
    }

    /// <summary>
    /// Returns when the token is cancelled or the initializer says false. Throws what the initializer threw, and when
    /// the Runtime API cannot be reached or refuses an answer. What the handler throws is reported; the loop goes on.
    /// </summary>
    public async Task RunAsync(CancellationToken cancellationToken = default)
    {
        MemoryLimit.Apply();
        var runOnce = Environment.GetEnvironmentVariable("AWS_LAMBDA_DOTNET_DEBUG_RUN_ONCE");
        var once = string.Equals(runOnce, "true", StringComparison.OrdinalIgnoreCase);
        if (_initializer is not null && !await InitializeAsync(_initializer))
        {
            return;
        }

        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await InvokeOnceAsync(cancellationToken);
                if (once)
                {
                    return;
                }
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
            catch (OperationCanceledException)
            {
                // The wait for the next event timed out: wait again.
            }
        }
    }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            _httpClient.Dispose();
        }
    }

    private async Task<bool> InitializeAsync(LambdaBootstrapInitializer initializer)
    {
        try
        {
            return await initializer();
        }
        catch (Exception exception)
        {
            LogUnhandled(exception);
            await _runtimeApi.ReportInitializationErrorAsync(exception);
            throw;
        }
    }

    private async Task InvokeOnceAsync(CancellationToken cancellationToken)
    {
        using var invocation = await _runtimeApi.NextAsync(cancellationToken);
        _log.Invocation = invocation;
        Environment.SetEnvironmentVariable("_X_AMZN_TRACE_ID", invocation.TraceId);
        Stream output;
        try
        {
            output = await _handler(invocation.Event, new LambdaContext(invocation, _log));
            ArgumentNullException.ThrowIfNull(output, "outputStream");
        }
        catch (Exception exception)
        {
            LogUnhandled(exception);
            await _runtimeApi.ReportInvocationErrorAsync(invocation.RequestId, exception, cancellationToken);
            return;
        }

        // Sending disposes the stream.
        await _runtimeApi.SendResponseAsync(invocation.RequestId, output, cancellationToken);
    }

    private void LogUnhandled(Exception exception) => _log.WriteLine(nameof(LogLevel.Error), exception, null, []);
}
