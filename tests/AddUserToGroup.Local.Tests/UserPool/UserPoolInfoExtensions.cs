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
}
