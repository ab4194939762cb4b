using AddUserToGroup.Local.UserPool;

namespace AddUserToGroup.Local.Tests.UserPool;

/// <summary>cognito-local, started once.</summary>
public sealed class UserPoolFixture : IAsyncLifetime
{
    private LocalUserPool? _pool;

    internal LocalUserPool Pool => _pool!;

    public async Task InitializeAsync()
    {
        if (Requirements.Missing("node") is null)
        {
            _pool = await StartAsync();
        }
    }

    public async Task DisposeAsync()
    {
        if (_pool is not null)
        {
            await _pool.DisposeAsync();
        }
    }

    internal static Task<LocalUserPool> StartAsync() =>
        LocalUserPool.StartAsync(new() { Output = TextWriter.Null }, CancellationToken.None);
}
