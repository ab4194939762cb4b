using AddUserToGroup.Local.UserPool;

namespace AddUserToGroup.Local.Tests.UserPool;

/// <summary>A user pool, started once.</summary>
public sealed class UserPoolFixture : IAsyncLifetime
{
    private LocalUserPool? _pool;

    internal UserPoolInfo Pool => _pool!.Info;

    public async Task InitializeAsync()
    {
        if (Requirements.Missing("node") is null)
        {
            _pool = await StartAsync(TextWriter.Null);
        }
    }

    public async Task DisposeAsync()
    {
        if (_pool is not null)
        {
            await _pool.DisposeAsync();
        }
    }

    internal static Task<LocalUserPool> StartAsync(TextWriter output, bool servesContainers = false) =>
        LocalUserPool.StartAsync(port: 0, servesContainers, output, CancellationToken.None);
}
