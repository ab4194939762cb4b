using System.Globalization;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http;

namespace AddUserToGroup.Tests.Http;

/// <summary>Lambda's Runtime API over real HTTP: hands out the events of a test and keeps what is posted.</summary>
internal sealed class RuntimeApi : IAsyncDisposable
{
    private readonly Channel<byte[]> _events = Channel.CreateUnbounded<byte[]>();
    private readonly Channel<ReceivedRequest> _posts = Channel.CreateUnbounded<ReceivedRequest>();
    private LoopbackServer _server = null!;
    private int _invocations;

    /// <summary>As in AWS_LAMBDA_RUNTIME_API: host and port.</summary>
    public string Address => _server.Address.Authority;

    /// <summary>How long the next events may take.</summary>
    public TimeSpan TimeLeft { get; set; } = TimeSpan.FromSeconds(10);

    public static async Task<RuntimeApi> StartAsync()
    {
        var api = new RuntimeApi();
        api._server = await LoopbackServer.StartAsync(api.RespondAsync);
        return api;
    }

    /// <summary>Hands out one event and returns what the function posts for it.</summary>
    public async Task<ReceivedRequest> InvokeAsync(byte[] json, CancellationToken cancellationToken)
    {
        await _events.Writer.WriteAsync(json, cancellationToken);
        return await NextPostAsync(cancellationToken);
    }

    public async Task<ReceivedRequest> NextPostAsync(CancellationToken cancellationToken) =>
        await _posts.Reader.ReadAsync(cancellationToken);

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task RespondAsync(ReceivedRequest request, HttpContext context)
    {
        if (request.Method == "POST")
        {
            context.Response.StatusCode = StatusCodes.Status202Accepted;
            await context.Response.WriteAsync("""{"status":"OK"}""");
            await _posts.Writer.WriteAsync(request);
            return;
        }

        var json = await _events.Reader.ReadAsync(context.RequestAborted);
        var deadline = DateTimeOffset.UtcNow.Add(TimeLeft).ToUnixTimeMilliseconds();
        context.Response.Headers["Lambda-Runtime-Aws-Request-Id"] = $"invocation-{Interlocked.Increment(ref _invocations)}";
        context.Response.Headers["Lambda-Runtime-Deadline-Ms"] = deadline.ToString(CultureInfo.InvariantCulture);
        context.Response.Headers["Lambda-Runtime-Invoked-Function-Arn"] = "arn:aws:lambda:us-east-1:111122223333:function:AddUserToGroup";
        context.Response.Headers["Lambda-Runtime-Trace-Id"] = "Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700;Parent=9a9197af755a6419;Sampled=1";
        context.Response.ContentType = "application/json";
        await context.Response.Body.WriteAsync(json);
    }
}
