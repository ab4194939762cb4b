using System.Net;
using Microsoft.AspNetCore.Connections;

namespace AddUserToGroup.Local;

/// <summary>The one way in which an HTTP server is made here: on loopback alone, configured by nothing outside.</summary>
internal static class LoopbackHost
{
    private const string Loopback = "127.0.0.1";

    /// <param name="port">0 for a free one.</param>
    public static WebApplicationBuilder CreateBuilder(int port)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options =>
        {
            options.Listen(IPAddress.Loopback, port);
            // A function's bootstrap reports a failure to X-Ray in a header of up to 1 MiB.
            options.Limits.MaxRequestHeadersTotalSize = 2 * 1024 * 1024;
            options.Limits.MaxRequestBufferSize = options.Limits.MaxRequestHeadersTotalSize;
        });
        builder.Services.AddRoutingCore();
        return builder;
    }

    /// <summary>
    /// Makes the server, closed to other web sites: it is on a developer's machine beside a browser that visits them. Only
    /// an endpoint that is <see cref="OpenToOtherOrigins">open to other origins</see> answers their pages.
    /// </summary>
    public static WebApplication BuildClosed(this WebApplicationBuilder builder)
    {
        var application = builder.Build();
        application.Use((context, next) => Refusal(context) is (var status, var sentence)
            ? Results.Json(new { message = sentence }, statusCode: status).ExecuteAsync(context)
            : next(context));
        return application;
    }

    /// <summary>Lets an endpoint answer the pages of any origin, and links on them.</summary>
    public static TBuilder OpenToOtherOrigins<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(Open.Instance);

    private static (int Status, string Sentence)? Refusal(HttpContext context)
    {
        var request = context.Request;
        var own = $"{Loopback}:{context.Connection.LocalPort}";
        // Another name for this address can be any site's (DNS rebinding); a browser asks no site's DNS for localhost.
        if (!IsOwn(request.Host, context.Connection.LocalPort))
        {
            return (StatusCodes.Status400BadRequest, $"This is the local stack: call it as http://{own}.");
        }

        return context.GetEndpoint()?.Metadata.GetMetadata<Open>() is null && IsFromElsewhere(request)
            ? (StatusCodes.Status403Forbidden, "The local stack takes no requests from other web sites.")
            : null;
    }

    private static bool IsOwn(HostString host, int port) =>
        (host.Host is Loopback || host.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase))
        && (host.Port ?? 80) == port;

    // Tools send neither header; a browser's own address line says "none".
    private static bool IsFromElsewhere(HttpRequest request) =>
        (request.Headers.Origin.Count > 0 && request.Headers.Origin != $"{request.Scheme}://{request.Host}")
        || request.Headers["Sec-Fetch-Site"].ToString() is not ("" or "same-origin" or "none");

    private sealed class Open
    {
        public static Open Instance { get; } = new();
    }
}
