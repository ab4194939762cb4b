using System.Globalization;
using System.Threading.Channels;

namespace AddUserToGroup.Local.Lambda;

/// <summary>
/// The Runtime API of one function process. Each has its own address, so a process that was stopped cannot reach the next one's.
/// Source: https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html
/// </summary>
internal sealed class RuntimeApi : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly TimeSpan _timeout;
    private readonly Channel<Invocation> _next = Channel.CreateBounded<Invocation>(1);
    private readonly TaskCompletionSource<InvocationResult> _initError = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile Invocation? _current;

    private RuntimeApi(WebApplication application, TimeSpan timeout) => (_application, _timeout) = (application, timeout);

    /// <summary>Host and port.</summary>
    public string Address => new Uri(_application.Urls.Single()).Authority;

    /// <summary>Ends with the function's own error document if it cannot start.</summary>
    public Task<InvocationResult> InitError => _initError.Task;

    /// <summary>Ends when the function asks for its first event.</summary>
    public Task Started => _started.Task;

    public static async Task<RuntimeApi> StartAsync(TimeSpan timeout, CancellationToken cancellationToken)
    {
        var application = LoopbackHost.CreateBuilder(port: 0).BuildClosed();
        var api = new RuntimeApi(application, timeout);
        var runtime = application.MapGroup("/2018-06-01/runtime");
        runtime.MapGet("/invocation/next", (RequestDelegate)api.SendNextAsync);
        runtime.MapPost("/invocation/{requestId}/response", (HttpContext context, string requestId) => api.CompleteAsync(context, requestId, isError: false));
        runtime.MapPost("/invocation/{requestId}/error", (HttpContext context, string requestId) => api.CompleteAsync(context, requestId, isError: true));
        runtime.MapPost("/init/error", (Delegate)api.FailInitAsync);
        await application.StartAsync(cancellationToken);
        return api;
    }

    /// <summary>Sends the function an event. There is never more than one at a time.</summary>
    public void Send(Invocation invocation) => _next.Writer.TryWrite(invocation);

    public async ValueTask DisposeAsync()
    {
        // A function that waits for its next event would hold up a graceful stop.
        _ = _next.Writer.TryComplete();
        await _application.DisposeAsync();
    }

    private async Task SendNextAsync(HttpContext context)
    {
        _ = _started.TrySetResult();
        if (!await _next.Reader.WaitToReadAsync(context.RequestAborted) || !_next.Reader.TryRead(out var invocation))
        {
            context.Abort();
            return;
        }

        _current = invocation;
        var headers = context.Response.Headers;
        headers["Lambda-Runtime-Aws-Request-Id"] = invocation.RequestId;
        headers["Lambda-Runtime-Deadline-Ms"] =
            (DateTimeOffset.UtcNow + _timeout).ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        headers["Lambda-Runtime-Invoked-Function-Arn"] = $"arn:aws:lambda:us-east-1:000000000000:function:{FunctionProcess.Name}";
        headers["Lambda-Runtime-Trace-Id"] = invocation.TraceId;
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = invocation.Payload.Length;
        invocation.MarkReceived();
        await context.Response.Body.WriteAsync(invocation.Payload, context.RequestAborted);
    }

    private async Task<IResult> CompleteAsync(HttpContext context, string requestId, bool isError)
    {
        var invocation = _current;
        var payload = await ReadBodyAsync(context);
        return invocation?.RequestId == requestId && invocation.TryComplete(new(payload, isError))
            ? Accepted()
            : Results.Json(
                new { errorType = "InvalidRequestID", errorMessage = $"No invocation {requestId} waits for a response." },
                statusCode: StatusCodes.Status403Forbidden);
    }

    private async Task<IResult> FailInitAsync(HttpContext context)
    {
        _ = _initError.TrySetResult(new(await ReadBodyAsync(context), IsError: true));
        return Accepted();
    }

    private static async Task<byte[]> ReadBodyAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        return body.ToArray();
    }

    private static IResult Accepted() => Results.Json(new { status = "OK" }, statusCode: StatusCodes.Status202Accepted);
}
