using AddUserToGroup.Local.UserPool;

namespace AddUserToGroup.Local.Tests.UserPool;

internal static class UserPoolInfoExtensions
{
    /// <summary>Signs in one of the sample users.</summary>
    public static async Task<SignedIn> SignInAsync(this UserPoolInfo pool, string user)
    {
        using var cognito = new CognitoClient(pool.Endpoint);
        return await cognito.SignInAsync(pool.ClientId, user, SampleUsers.Password, CancellationToken.None);
    }

    /// <summary>Signs in the administrator of another pool, a new one at the same endpoint.</summary>
    public static async Task<SignedIn> SignInToAnotherAsync(this UserPoolInfo pool)
    {
        using var cognito = new CognitoClient(pool.Endpoint);
        var id = await UserPoolSeeder.CreatePoolAsync(cognito, CancellationToken.None);
        var clientId = await new UserPoolSeeder(cognito, id).SeedAsync(CancellationToken.None);
        return await (pool with { Id = id, ClientId = clientId }).SignInAsync(SampleUsers.Administrator);
    }
}
