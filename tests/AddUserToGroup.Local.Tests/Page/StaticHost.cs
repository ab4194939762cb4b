using AddUserToGroup.Local.Page;
using AddUserToGroup.Local.Tests.Commands;
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
        var export = await LocalCommand.RunAsync(
            "page", "--export", folder.FullName,
            "--user-pool-id", settings.UserPoolId,
            "--user-pool-client-id", settings.UserPoolClientId,
            "--user-pool-endpoint", settings.UserPoolEndpoint.ToString(),
            "--graphql-url", settings.GraphQLUrl.ToString(),
            "--region", settings.Region);
        Assert.EndsWith($"The page is in {folder.FullName}: serve these files over HTTPS.", export.Output.Trim(), StringComparison.Ordinal);
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
