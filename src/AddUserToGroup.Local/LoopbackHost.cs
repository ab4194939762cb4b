using System.Net;
using Microsoft.AspNetCore.Connections;

namespace AddUserToGroup.Local;

/// <summary>The one way in which an HTTP server is made here: on loopback alone, configured by nothing outside.</summary>
internal static class LoopbackHost
{
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

    /// <exception cref="LocalStackException">The port is in use.</exception>
    public static async Task StartAsync(WebApplication application, int port, CancellationToken cancellationToken)
    {
        try
        {
            await application.StartAsync(cancellationToken);
        }
        catch (IOException exception) when (exception.InnerException is AddressInUseException)
        {
            throw new LocalStackException(
                $"Port {port} on 127.0.0.1 is in use: stop what uses it, or choose another with --port (0 for a free one).",
                exception);
        }
    }
}
