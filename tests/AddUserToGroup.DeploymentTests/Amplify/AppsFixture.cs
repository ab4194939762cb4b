namespace AddUserToGroup.DeploymentTests.Amplify;

/// <summary>Each app of src/amplify/README.md, synthesized once.</summary>
[CollectionDefinition(nameof(AppsFixture))]
public sealed class AppsFixture : IAsyncLifetime, ICollectionFixture<AppsFixture>
{
    private readonly Dictionary<AppVariant, (AmplifyApp App, CloudAssembly Backend)> _apps = [];

    public async Task InitializeAsync()
    {
        // Otherwise the tests that need it are skipped.
        if (Requirements.Missing("all", "node") is null)
        {
            foreach (var variant in Enum.GetValues<AppVariant>())
            {
                var app = await AmplifyApp.CreateAsync(variant);
                _apps.Add(variant, (app, await app.SynthesizeAsync()));
            }
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

    internal AmplifyApp App(AppVariant variant) => _apps[variant].App;

    internal CloudAssembly Backend(AppVariant variant) => _apps[variant].Backend;
}
