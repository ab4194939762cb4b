namespace AddUserToGroup.Local.Tests.AppSync.TokenAttacks;

/// <summary>One API for all attacks: what one of them leaves behind, the next one finds.</summary>
public sealed class TokenAttackFixture : IAsyncLifetime
{
    private TestApi? _api;
    private Attacker? _attacker;
    private Forge? _forge;

    internal TestApi Api => _api!;

    internal Attacker Attacker => _attacker!;

    internal Forge Forge => _forge!;

    public async Task InitializeAsync()
    {
        _api = await TestApi.StartAsync();
        _attacker = await Attacker.StartAsync();
        _forge = new Forge(_api.UserPool.Key, _attacker);
    }

    public async Task DisposeAsync()
    {
        await Attacker.DisposeAsync();
        await Api.DisposeAsync();
    }
}
