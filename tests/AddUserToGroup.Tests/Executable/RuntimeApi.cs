using System.Globalization;
using System.Net;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace AddUserToGroup.Tests.Executable;

/// <summary>Lambda's Runtime API over real HTTP: hands out the events of a test and keeps what is posted.</summary>
internal sealed class RuntimeApi : IAsyncDisposable
{
    private readonly Channel<byte[]> _events = Channel.CreateUnbounded<byte[]>();
    private readonly Channel<ReceivedRequest> _posts = Channel.CreateUnbounded<ReceivedRequest>();
    private readonly WebApplication _application;
    private int _invocations;

    private RuntimeApi(WebApplication application) => _application = application;

    /// <summary>As in AWS_LAMBDA_RUNTIME_API: host and port.</summary>
    public string Address => new Uri(_application.Urls.Single()).Authority;

    /// <summary>How long the next events may take.</summary>
    public TimeSpan TimeLeft { get; set; } = TimeSpan.FromSeconds(10);

    public static async Task<RuntimeApi> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var application = builder.Build();
        var api = new RuntimeApi(application);
        application.MapGet("/2018-06-01/runtime/invocation/next", api.HandOutAsync);
        application.MapPost("{**path}", api.KeepAsync);
        await application.StartAsync();
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

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private async Task HandOutAsync(HttpContext context)
    {
        var json = await _events.Reader.ReadAsync(context.RequestAborted);
        var deadline = DateTimeOffset.UtcNow.Add(TimeLeft).ToUnixTimeMilliseconds();
        var headers = context.Response.Headers;
        headers["Lambda-Runtime-Aws-Request-Id"] = $"invocation-{Interlocked.Increment(ref _invocations)}";
        headers["Lambda-Runtime-Deadline-Ms"] = deadline.ToString(CultureInfo.InvariantCulture);
        headers["Lambda-Runtime-Invoked-Function-Arn"] = "arn:aws:lambda:us-east-1:111122223333:function:AddUserToGroup";
        headers["Lambda-Runtime-Trace-Id"] = "Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700;Parent=9a9197af755a6419;Sampled=1";
        context.Response.ContentType = "application/json";
        await context.Response.Body.WriteAsync(json);
    }

    private async Task KeepAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        var headers = context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString());
        context.Response.StatusCode = StatusCodes.Status202Accepted;
        await context.Response.WriteAsync("""{"status":"OK"}""");
        await _posts.Writer.WriteAsync(new ReceivedRequest(context.Request.Path.Value!, headers, body.ToArray()));
    }
}
