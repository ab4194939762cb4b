using AddUserToGroup.AppSync;
using AddUserToGroup.Cognito;
using AddUserToGroup.Results;
using AddUserToGroup.Rules;
using Amazon.CognitoIdentityProvider;
using Amazon.Runtime;

namespace AddUserToGroup.Tests.Cognito;

/// <summary>The wrapper and the SDK's client, configured as they ship, in front of a test's server.</summary>
internal static class ShippedClient
{
    // Longer than any test.
    public static readonly TimeSpan NoTimeout = TimeSpan.FromSeconds(30);

    public static async Task<MutationResult> AddAsync(
        Uri endpoint,
        AWSCredentials? credentials = null,
        TimeSpan? attempt = null,
        string userId = "ann@example.com",
        CancellationToken deadline = default)
    {
        using var connection = new CognitoConnection(attempt ?? NoTimeout);
        using var client = Create(endpoint, connection, credentials);
        return await new CognitoUserGroups(client, TestEvents.UserPoolId).AddAsync(Permitted(userId), deadline);
    }

    public static AmazonCognitoIdentityProviderClient Create(
        Uri endpoint, CognitoConnection connection, AWSCredentials? credentials = null, int? retries = null)
    {
        var config = CognitoUserGroups.ClientConfig(connection);
        config.MaxErrorRetry = retries ?? config.MaxErrorRetry;
        config.ServiceURL = endpoint.ToString();
        config.AuthenticationRegion = "us-east-1";
        return new AmazonCognitoIdentityProviderClient(credentials ?? new BasicAWSCredentials("AKIDEXAMPLE", "secret"), config);
    }

    public static PermittedMembership Permitted(string userId = "ann@example.com")
    {
        var settings = TestEvents.Settings();
        var mutation = new MutationEvent
        {
            Identity = new() { Subject = "sub", Username = "admin", Issuer = TestEvents.Issuer, Groups = [MembershipRules.AdministratorsGroup] },
            Arguments = new() { UserId = userId, GroupName = "EDITORS" },
        };
        Assert.True(PermittedMembership.TryCreate(
            new MembershipRules(settings.UserPoolIssuer, settings.AssignableGroups), mutation, out var permitted, out _));
        return permitted;
    }
}
