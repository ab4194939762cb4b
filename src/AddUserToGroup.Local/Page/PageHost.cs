namespace AddUserToGroup.Local.Page;

/// <summary>Serves the page alone, for an API and a user pool elsewhere.</summary>
internal sealed class PageHost : IAsyncDisposable
{
    private readonly WebApplication _application;

    private PageHost(WebApplication application) => _application = application;

    public Uri Address => new(_application.Urls.First());

    /// <param name="settings">The API and the user pool.</param>
    /// <param name="port">0 for a free one.</param>
    /// <param name="output">Shows progress.</param>
    /// <param name="cancellationToken">Stops the start.</param>
    /// <exception cref="LocalStackException">Something is missing or in use.</exception>
    public static async Task<PageHost> StartAsync(
        PageSettings settings, int port, TextWriter output, CancellationToken cancellationToken)
    {
        Ports.Check(("--port", port));
        await PageBundle.EnsureAsync(output, cancellationToken);
        var application = LoopbackHost.CreateBuilder(Ports.Bind(port)).BuildClosed();
        application.MapPage(settings, directory: null);
        try
        {
            await application.StartAsync(cancellationToken);
            return new(application);
        }
        catch
        {
            await application.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();
}
