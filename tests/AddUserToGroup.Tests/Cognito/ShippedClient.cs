using AddUserToGroup.AppSync;
using AddUserToGroup.Cognito;
using AddUserToGroup.Rules;
using Amazon.CognitoIdentityProvider;
using Amazon.Runtime;

namespace AddUserToGroup.Tests.Cognito;

/// <summary>The wrapper and the SDK's client, configured as they ship, in front of a test's server.</summary>
internal static class ShippedClient
{
    public const string RetryIsSafe =
        "The user pool did not answer; whether the user was added is not known, and trying again is safe.";

    public static readonly PermittedMembership.Rules Rules = TestEvents.Rules(AssignableGroups.Any);

    // Long enough for no attempt to end by itself.
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static async Task<MutationResult> AddAsync(
        Uri endpoint,
        AWSCredentials? credentials = null,
        TimeSpan? attempt = null,
        string userId = "ann@example.com",
        CancellationToken deadline = default)
    {
        using var connection = new CognitoConnection(attempt ?? Patience);
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
        var (mutation, _) = new EventReader(new LambdaJsonSerializer()).Read(
            TestEvents.Stream(TestEvents.Allowed(json => json["arguments"]!["userId"] = userId)));
        PermittedMembership? permitted = null;
        _ = Rules.ApplyAsync(mutation, membership =>
        {
            permitted = membership;
            return Task.FromResult(MutationResult.Success(membership, ""));
        });
        return Assert.IsType<PermittedMembership>(permitted);
    }
}
