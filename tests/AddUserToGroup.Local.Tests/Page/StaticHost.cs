using AddUserToGroup.Local;
using AddUserToGroup.Local.Page;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.FileProviders;

namespace AddUserToGroup.Local.Tests.Page;

/// <summary>A web server that knows nothing of the page and serves the exported files.</summary>
internal sealed class StaticHost(WebApplication server, DirectoryInfo folder) : IAsyncDisposable
{
    public Uri Address => new(server.Urls.Single());

    public static async Task<StaticHost> StartAsync(PageSettings settings)
    {
        var folder = Directory.CreateTempSubdirectory("exported-page");
        await PageExport.WriteAsync(settings, folder.FullName, TextWriter.Null, CancellationToken.None);
        var server = LoopbackHost.CreateBuilder(port: 0).Build();
        server.UseFileServer(new FileServerOptions { FileProvider = new PhysicalFileProvider(folder.FullName) });
        await server.StartAsync();
        return new(server, folder);
    }

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
