using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace AddUserToGroup.Shared.Lambda;

/// <summary>Lambda's Runtime API for one function process, over real HTTP: sends it events and records what it posts.</summary>
internal sealed class FakeRuntimeApi : IAsyncDisposable
{
    /// <summary>The timeout in template.yaml.</summary>
    public static readonly TimeSpan DefaultTimeLeft = TimeSpan.FromSeconds(10);

    // The runtime parses the response to an error, and ends if it is not JSON.
    private static readonly byte[] Accepted = """{"status":"OK"}"""u8.ToArray();

    private readonly Channel<byte[]> _events = Channel.CreateUnbounded<byte[]>();
    private readonly Channel<ReceivedRequest> _posts = Channel.CreateUnbounded<ReceivedRequest>();
    private readonly TaskCompletionSource<long> _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly WebApplication _application;
    private int _invocations;
    private long _sent;

    private FakeRuntimeApi(WebApplication application) => _application = application;

    /// <summary>As in AWS_LAMBDA_RUNTIME_API: host and port.</summary>
    public string Address => new Uri(_application.Urls.Single()).Authority;

    /// <summary>When the function asked for its first event: a timestamp of <see cref="Stopwatch"/>.</summary>
    public Task<long> Ready => _ready.Task;

    /// <summary>The time that the next events may take; null to send no deadline.</summary>
    public TimeSpan? TimeLeft { get; set; } = DefaultTimeLeft;

    public static async Task<FakeRuntimeApi> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var application = builder.Build();
        var api = new FakeRuntimeApi(application);
        application.MapGet("/2018-06-01/runtime/invocation/next", api.SendEventAsync);
        application.MapPost("{**path}", api.RecordAsync);
        await application.StartAsync();
        return api;
    }

    /// <summary>Sends one event and returns what the function posts for it.</summary>
    public async Task<ReceivedRequest> InvokeAsync(byte[] json, CancellationToken cancellationToken)
    {
        await _events.Writer.WriteAsync(json, cancellationToken);
        return await NextPostAsync(cancellationToken);
    }

    public async Task<ReceivedRequest> NextPostAsync(CancellationToken cancellationToken) =>
        await _posts.Reader.ReadAsync(cancellationToken);

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private async Task SendEventAsync(HttpContext context)
    {
        _ready.TrySetResult(Stopwatch.GetTimestamp());
        var json = await _events.Reader.ReadAsync(context.RequestAborted);
        var headers = context.Response.Headers;
        headers["Lambda-Runtime-Aws-Request-Id"] = $"invocation-{Interlocked.Increment(ref _invocations)}";
        headers["Lambda-Runtime-Deadline-Ms"] = (DateTimeOffset.UtcNow + TimeLeft)?.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        headers["Lambda-Runtime-Invoked-Function-Arn"] = "arn:aws:lambda:us-east-1:111122223333:function:AddUserToGroup";
        headers["Lambda-Runtime-Trace-Id"] = "Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700;Parent=9a9197af755a6419;Sampled=1";
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = json.Length;
        _sent = Stopwatch.GetTimestamp();
        await context.Response.Body.WriteAsync(json);
    }

    private async Task RecordAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        var duration = Stopwatch.GetElapsedTime(_sent);
        var headers = context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString());
        await _posts.Writer.WriteAsync(new(context.Request.Path, headers, body.ToArray(), duration));
        context.Response.StatusCode = StatusCodes.Status202Accepted;
        context.Response.ContentType = "application/json";
        await context.Response.Body.WriteAsync(Accepted);
    }
}
