using System.Globalization;
using System.Threading.Channels;

namespace AddUserToGroup.Local.Lambda;

/// <summary>
/// The Runtime API of one execution environment, on an address of its own: what a process that was given up still sends
/// can reach no other environment. Source: https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html
/// </summary>
internal sealed class RuntimeApi : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly TimeSpan _timeout;
    private readonly Channel<Invocation> _waiting = Channel.CreateBounded<Invocation>(1);
    private readonly TaskCompletionSource<Answer> _initError = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile Invocation? _current;

    private RuntimeApi(WebApplication application, TimeSpan timeout) => (_application, _timeout) = (application, timeout);

    /// <summary>Host and port.</summary>
    public string Address => new Uri(_application.Urls.Single()).Authority;

    /// <summary>Ends with the function's own error document where it could not start.</summary>
    public Task<Answer> InitError => _initError.Task;

    /// <summary>Ends when the function has started and asks for its first event.</summary>
    public Task Asked => _asked.Task;

    public static async Task<RuntimeApi> StartAsync(TimeSpan timeout, CancellationToken cancellationToken)
    {
        var builder = LoopbackHost.CreateBuilder(port: 0);
        var application = builder.BuildClosed();
        var api = new RuntimeApi(application, timeout);
        var runtime = application.MapGroup("/2018-06-01/runtime");
        runtime.MapGet("/invocation/next", (RequestDelegate)api.NextAsync);
        runtime.MapPost("/invocation/{requestId}/response", api.ResponseAsync);
        runtime.MapPost("/invocation/{requestId}/error", api.ErrorAsync);
        runtime.MapPost("/init/error", (Delegate)api.InitErrorAsync);
        await application.StartAsync(cancellationToken);
        return api;
    }

    public bool TryHandOver(Invocation invocation) => _waiting.Writer.TryWrite(invocation);

    public async ValueTask DisposeAsync()
    {
        // Frees a function that waits for the next event; a graceful stop would wait for it in turn.
        _ = _waiting.Writer.TryComplete();
        await _application.DisposeAsync();
    }

    private async Task NextAsync(HttpContext context)
    {
        _ = _asked.TrySetResult();
        if (!await _waiting.Reader.WaitToReadAsync(context.RequestAborted) || !_waiting.Reader.TryRead(out var invocation))
        {
            context.Abort();
            return;
        }

        _current = invocation;
        var deadline = DateTimeOffset.UtcNow + _timeout;
        context.Response.Headers["Lambda-Runtime-Aws-Request-Id"] = invocation.RequestId;
        context.Response.Headers["Lambda-Runtime-Deadline-Ms"] =
            deadline.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        context.Response.Headers["Lambda-Runtime-Invoked-Function-Arn"] = FunctionName.Arn;
        context.Response.Headers["Lambda-Runtime-Trace-Id"] = invocation.TraceId;
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = invocation.Payload.Length;
        invocation.Take();
        await context.Response.Body.WriteAsync(invocation.Payload, context.RequestAborted);
    }

    private Task<IResult> ResponseAsync(HttpContext context, string requestId) => AnswerAsync(context, requestId, isError: false);

    private Task<IResult> ErrorAsync(HttpContext context, string requestId) => AnswerAsync(context, requestId, isError: true);

    private async Task<IResult> AnswerAsync(HttpContext context, string requestId, bool isError)
    {
        var invocation = _current;
        var (body, length) = await PayloadLimit.ReadAsync(context, PayloadLimit.Response);
        if (invocation?.RequestId != requestId)
        {
            return WrongId(requestId);
        }

        var answer = body is null ? ErrorDocument.ResponseTooLarge(length) : new Answer(body.Value, isError);
        if (!invocation.TryAnswer(answer))
        {
            return WrongId(requestId);
        }

        return body is null
            ? Results.Json(
                new
                {
                    errorType = "RequestEntityTooLarge",
                    errorMessage = $"Exceeded maximum allowed payload size ({PayloadLimit.Response} bytes).",
                },
                statusCode: StatusCodes.Status413PayloadTooLarge)
            : Accepted();
    }

    private async Task<IResult> InitErrorAsync(HttpContext context)
    {
        var (body, length) = await PayloadLimit.ReadAsync(context, PayloadLimit.Response);
        _ = _initError.TrySetResult(body is null ? ErrorDocument.ResponseTooLarge(length) : new Answer(body.Value, IsError: true));
        return Accepted();
    }

    private static IResult Accepted() => Results.Json(new { status = "OK" }, statusCode: StatusCodes.Status202Accepted);

    private static IResult WrongId(string requestId) =>
        Results.Json(
            new { errorType = "InvalidRequestID", errorMessage = $"No invocation {requestId} waits for an answer." },
            statusCode: StatusCodes.Status403Forbidden);
}
