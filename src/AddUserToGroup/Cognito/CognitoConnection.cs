using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using Amazon.Runtime;

namespace AddUserToGroup.Cognito;

/// <summary>
/// The HTTP connections of the SDK's client, made here so that the first can be opened before the first event: during
/// init Lambda gives a whole CPU, during an invocation a small function's share of one, and the TLS handshake is most of a
/// cold start.
/// </summary>
/// <param name="attempt">How long one attempt of a request may take, connecting included.</param>
internal sealed class CognitoConnection(TimeSpan attempt) : HttpClientFactory, IDisposable
{
    // Init may take 10 seconds. What is not connected by then connects with the first event.
    private static readonly TimeSpan TimeToOpen = TimeSpan.FromSeconds(2);

    // A redirect is not followed: Cognito sends none.
    private readonly HttpClient _http = new(new CognitoHttpHandler(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        ConnectTimeout = TimeSpan.FromSeconds(1),
        UseCookies = false,
    }))
    {
        Timeout = attempt,
        MaxResponseContentBufferSize = CognitoHttpHandler.MaxLength,
    };

    /// <summary>Attempts short enough for a second one to fit into the function's timeout of 10 seconds.</summary>
    public CognitoConnection()
        : this(TimeSpan.FromSeconds(2.5))
    {
    }

    public override HttpClient CreateHttpClient(IClientConfig clientConfig) => _http;

    public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;

    public override bool DisposeHttpClientsAfterUse(IClientConfig clientConfig) => false;

    /// <summary>Opens a connection for the first call to use. Harmless where that fails: the call then opens its own.</summary>
    public async Task OpenAsync(AmazonCognitoIdentityProviderConfig config)
    {
        try
        {
            var endpoint = config.DetermineServiceOperationEndpoint(new(new AdminAddUserToGroupRequest()));
            using var timeout = new CancellationTokenSource(TimeToOpen);
            using var request = new HttpRequestMessage(HttpMethod.Get, endpoint.URL);
            using var response = await _http.SendAsync(request, timeout.Token);
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException or AmazonClientException)
        {
            // The first call meets the same and says so in its audit line.
        }
    }

    public void Dispose() => _http.Dispose();
}
