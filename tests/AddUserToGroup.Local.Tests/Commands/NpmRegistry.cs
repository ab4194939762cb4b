using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace AddUserToGroup.Local.Tests.Commands;

/// <summary>A registry for npm on loopback: it has version 1.0.0 of every package, with nothing in it.</summary>
internal sealed class NpmRegistry : IAsyncDisposable
{
    private readonly WebApplication _application;

    private NpmRegistry(WebApplication application) => _application = application;

    public string Address => _application.Urls.Single();

    /// <param name="status">The status of each response; 200 serves packages.</param>
    public static async Task<NpmRegistry> StartAsync(int status = StatusCodes.Status200OK)
    {
        var application = LoopbackHost.CreateBuilder(port: 0).Build();
        var registry = new NpmRegistry(application);
        if (status == StatusCodes.Status200OK)
        {
            application.MapGet("/{name}", (string name) => registry.Describe(name));
            application.MapGet("/{name}/-/package.tgz", (string name) => Results.Bytes(Pack(name)));
        }
        else
        {
            application.MapGet("/{**any}", () => Results.StatusCode(status));
        }

        await application.StartAsync();
        return registry;
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private IResult Describe(string name) => Results.Text(
        $$"""
        {"name":"{{name}}","dist-tags":{"latest":"1.0.0"},"versions":{"1.0.0":
        {"name":"{{name}}","version":"1.0.0","dist":{"tarball":"{{Address}}/{{name}}/-/package.tgz"} } } }
        """,
        "application/json");

    private static byte[] Pack(string name)
    {
        using var bytes = new MemoryStream();
        using (var compression = new GZipStream(bytes, CompressionMode.Compress))
        using (var archive = new TarWriter(compression))
        {
            archive.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, "package/package.json")
            {
                DataStream = new MemoryStream(Encoding.UTF8.GetBytes($$"""{"name":"{{name}}","version":"1.0.0"}""")),
            });
        }

        return bytes.ToArray();
    }
}
