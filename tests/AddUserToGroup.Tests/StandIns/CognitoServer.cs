using System.Diagnostics.CodeAnalysis;
using AddUserToGroup.Tests.Http;
using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using Amazon.Runtime;
using Microsoft.AspNetCore.Http;

namespace AddUserToGroup.Tests.StandIns;

/// <summary>Stands where Cognito would, and a client that is sent to it.</summary>
internal sealed class CognitoServer : IAsyncDisposable
{
    public const string AccessKey = "AKIDEXAMPLE";
    public const string SecretKey = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

    private readonly LoopbackServer _server;

    private CognitoServer(LoopbackServer server) => _server = server;

    public static AdminAddUserToGroupRequest Request => new()
    {
        UserPoolId = "eu-west-1_Example",
        Username = "ann@example.com",
        GroupName = "EDITORS",
    };

    public Uri Address => _server.Address;

    public IReadOnlyList<ReceivedRequest> Received => _server.Received;

    public static Task<CognitoServer> StartAsync() => StartAsync(context => RespondAsync(context, 200, "{}"));

    [SuppressMessage("Reliability", "CA2000", Justification = "Disposing this disposes it.")]
    public static async Task<CognitoServer> StartAsync(Func<HttpContext, Task> response) =>
        new(await LoopbackServer.StartAsync((_, context) => response(context)));

    public static Task RespondAsync(HttpContext context, int status, string body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/x-amz-json-1.1";
        context.Response.Headers["x-amzn-RequestId"] = "request-9";
        return context.Response.WriteAsync(body);
    }

    public AmazonCognitoIdentityProviderClient Client(
        Action<AmazonCognitoIdentityProviderConfig>? configure = null, AWSCredentials? credentials = null)
    {
        var config = new AmazonCognitoIdentityProviderConfig
        {
            ServiceURL = Address.ToString(),
            AuthenticationRegion = "eu-west-1",
            MaxErrorRetry = 1,
        };
        configure?.Invoke(config);
        return new AmazonCognitoIdentityProviderClient(
            credentials ?? new BasicAWSCredentials(AccessKey, SecretKey), config);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
