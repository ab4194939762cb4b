using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;

namespace AddUserToGroup.Local;

/// <summary>Creates every HTTP server of the stack: on loopback, and without configuration from outside.</summary>
internal static class LoopbackHost
{
    private const string Loopback = "127.0.0.1";

    /// <summary>A server for programs of the stack, on <c>127.0.0.1</c> alone.</summary>
    /// <param name="port">0 for a free one.</param>
    [SuppressMessage("Reliability", "CA2000", Justification = "The server owns the socket.")]
    public static WebApplicationBuilder CreateBuilder(int port) =>
        CreateBuilder([SocketTransportOptions.CreateDefaultBoundListenSocket(new IPEndPoint(IPAddress.Loopback, port))]);

    /// <summary>A server on sockets that are bound.</summary>
    public static WebApplicationBuilder CreateBuilder(IReadOnlyList<Socket> sockets)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost
            .UseKestrelCore()
            .UseSockets(transport => transport.CreateBoundListenSocket = endpoint => sockets.Single(socket => endpoint.Equals(socket.LocalEndPoint)))
            .ConfigureKestrel(options =>
            {
                foreach (var socket in sockets)
                {
                    options.Listen((IPEndPoint)socket.LocalEndPoint!);
                }

                // A function's bootstrap reports a failure to X-Ray in a header of up to 1 MiB.
                options.Limits.MaxRequestHeadersTotalSize = 2 * 1024 * 1024;
                options.Limits.MaxRequestBufferSize = options.Limits.MaxRequestHeadersTotalSize;
            });
        builder.Services.AddRoutingCore();
        return builder;
    }

    /// <summary>
    /// Builds a server that rejects requests from other sites' pages: it runs beside a browser that visits them. Only an endpoint
    /// that is <see cref="OpenToOtherOrigins">open to other origins</see> responds to them.
    /// </summary>
    public static WebApplication BuildClosed(this WebApplicationBuilder builder)
    {
        var application = builder.Build();
        application.Use((context, next) => FindObjection(context) is (var status, var message)
            ? Results.Json(new { message }, statusCode: status).ExecuteAsync(context)
            : next(context));
        return application;
    }

    /// <summary>Lets an endpoint respond to the pages of any origin, and to links on them.</summary>
    public static TBuilder OpenToOtherOrigins<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(Open.Instance);

    private static (int Status, string Message)? FindObjection(HttpContext context)
    {
        var request = context.Request;
        // Any site's DNS can give its name this address (rebinding), but a browser asks no DNS for localhost.
        if (!IsOwn(request.Host, context.Connection.LocalPort))
        {
            return (StatusCodes.Status400BadRequest, $"This is the local stack: call it as http://{Loopback}:{context.Connection.LocalPort}.");
        }

        return context.GetEndpoint()?.Metadata.GetMetadata<Open>() is null && IsFromAnotherSite(request)
            ? (StatusCodes.Status403Forbidden, "The local stack accepts no requests from other web sites: call it from a tool, or from its own page.")
            : null;
    }

    private static bool IsOwn(HostString host, int port) =>
        (host.Host is Loopback || host.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase))
        && (host.Port ?? 80) == port;

    // Tools send neither header. Sec-Fetch-Site is "none" if a person entered the address.
    private static bool IsFromAnotherSite(HttpRequest request) =>
        (request.Headers.Origin.Count > 0 && request.Headers.Origin != $"{request.Scheme}://{request.Host}")
        || request.Headers["Sec-Fetch-Site"].ToString() is not ("" or "same-origin" or "none");

    private sealed class Open
    {
        public static Open Instance { get; } = new();
    }
}
