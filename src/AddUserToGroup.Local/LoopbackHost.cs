using System.Net;

namespace AddUserToGroup.Local;

/// <summary>The one way in which an HTTP server is made here: on loopback alone, configured by nothing outside.</summary>
internal static class LoopbackHost
{
    /// <param name="port">0 for a free one.</param>
    public static WebApplicationBuilder CreateBuilder(int port)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options => options.Listen(IPAddress.Loopback, port));
        builder.Services.AddRoutingCore();
        return builder;
    }
}
