namespace AddUserToGroup.DeploymentTests.Amplify;

/// <summary>Each app of src/amplify/README.md, synthesized once.</summary>
[CollectionDefinition(nameof(AppsFixture))]
public sealed class AppsFixture : IAsyncLifetime, ICollectionFixture<AppsFixture>
{
    private readonly Dictionary<AppVariant, AmplifyApp> _apps = [];

    public async Task InitializeAsync()
    {
        // Otherwise the tests that need it are skipped.
        if (Requirements.Missing("all", "node") is null)
        {
            foreach (var variant in Enum.GetValues<AppVariant>())
            {
                _apps.Add(variant, await AmplifyApp.CreateAsync(variant));
            }
        }
    }

    public Task DisposeAsync()
    {
        foreach (var app in _apps.Values)
        {
            app.Dispose();
        }

        return Task.CompletedTask;
    }

    internal AmplifyApp App(AppVariant variant) => _apps[variant];
}
