namespace AddUserToGroup.DeploymentTests.Amplify;

/// <summary>The README's backend, synthesized once.</summary>
[CollectionDefinition(nameof(BackendFixture))]
public sealed class BackendFixture : IAsyncLifetime, ICollectionFixture<BackendFixture>
{
    internal AmplifyProject Project { get; private set; } = null!;

    internal CloudAssembly Backend { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        // The tests that would need it are skipped then.
        if (Requirements.Missing("node") is null)
        {
            Project = await AmplifyProject.CreateAsync();
            try
            {
                Backend = await Project.SynthesizeAsync();
            }
            catch
            {
                // xunit disposes only of what has been initialized.
                Project.Dispose();
                throw;
            }
        }
    }

    public Task DisposeAsync()
    {
        Project?.Dispose();
        return Task.CompletedTask;
    }
}
