namespace AddUserToGroup.DeploymentTests.Amplify;

/// <summary>Both ways in of src/amplify/README.md, each synthesized once.</summary>
[CollectionDefinition(nameof(AppsFixture))]
public sealed class AppsFixture : IAsyncLifetime, ICollectionFixture<AppsFixture>
{
    private readonly Dictionary<Way, (AmplifyApp App, CloudAssembly Backend)> _apps = [];

    public async Task InitializeAsync()
    {
        // The tests that would need it are skipped then.
        if (Requirements.Missing("all", "node") is null)
        {
            await AddAsync(Way.OurFiles, []);
            await AddAsync(Way.SchemaOfThePage, AmplifyApp.SchemaOfThePage);
        }
    }

    public Task DisposeAsync()
    {
        foreach (var (app, _) in _apps.Values)
        {
            app.Dispose();
        }

        return Task.CompletedTask;
    }

    internal AmplifyApp App(Way way) => _apps[way].App;

    internal CloudAssembly Backend(Way way) => _apps[way].Backend;

    private async Task AddAsync(Way way, IReadOnlyList<Edit> edits)
    {
        var app = await AmplifyApp.CreateAsync(edits);
        _apps.Add(way, (app, await app.SynthesizeAsync()));
    }
}
