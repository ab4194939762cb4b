using AddUserToGroup.AppSync;
using AddUserToGroup.Cognito;
using AddUserToGroup.Results;
using AddUserToGroup.Rules;
using Amazon.CognitoIdentityProvider;
using Amazon.Runtime;

namespace AddUserToGroup.Tests.Cognito;

/// <summary>The wrapper and the SDK's client, configured as they ship, for a test's endpoint.</summary>
internal sealed class ShippedClient : IDisposable
{
    private readonly AmazonCognitoIdentityProviderClient _client;

    /// <param name="endpoint">Stands for Cognito.</param>
    /// <param name="attemptTimeout">By default longer than any test.</param>
    /// <param name="credentials">By default valid ones.</param>
    /// <param name="retries">By default as shipped.</param>
    public ShippedClient(Uri endpoint, TimeSpan? attemptTimeout = null, AWSCredentials? credentials = null, int? retries = null)
    {
        Connection = new CognitoConnection(attemptTimeout ?? TimeSpan.FromSeconds(30));
        Config = CognitoUserGroups.ClientConfig(Connection);
        Config.MaxErrorRetry = retries ?? Config.MaxErrorRetry;
        Config.ServiceURL = endpoint.ToString();
        Config.AuthenticationRegion = "us-east-1";
        _client = new AmazonCognitoIdentityProviderClient(credentials ?? new BasicAWSCredentials("AKIDEXAMPLE", "secret"), Config);
        UserGroups = new CognitoUserGroups(_client, TestEvents.UserPoolId);
    }

    public CognitoConnection Connection { get; }

    public AmazonCognitoIdentityProviderConfig Config { get; }

    public CognitoUserGroups UserGroups { get; }

    public static PermittedMembership Permitted(string userId = "ann@example.com")
    {
        var mutation = new MutationEvent
        {
            Identity = new() { Subject = "sub", Username = "admin", Issuer = TestEvents.Issuer, Groups = [MembershipRules.AdministratorsGroup] },
            Arguments = new() { UserId = userId, GroupName = "EDITORS" },
        };
        Assert.True(PermittedMembership.TryCreate(new MembershipRules(new Uri(TestEvents.Issuer), null), mutation, out var permitted, out _));
        return permitted;
    }

    public Task<MutationResult> AddAsync(string userId = "ann@example.com") => UserGroups.AddAsync(Permitted(userId), default);

    public void Dispose()
    {
        _client.Dispose();
        Connection.Dispose();
    }
}
