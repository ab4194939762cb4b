using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using Amazon.Runtime;

namespace AddUserToGroup.Cognito;

/// <summary>
/// Manages the HTTP connections of the SDK's client. It opens the first one before the first event: the TLS handshake is most of
/// a cold start, and Lambda gives a whole CPU during init but only a share of one during an invocation.
/// </summary>
/// <param name="attemptTimeout">The limit for one attempt of a request, including connecting.</param>
internal sealed class CognitoConnection(TimeSpan attemptTimeout) : HttpClientFactory, IDisposable
{
    // Far below the 10 seconds that init may take. Without a connection by then, the first call opens one.
    private static readonly TimeSpan OpenTimeout = TimeSpan.FromSeconds(2);

    // Cognito sends no redirects, so a redirect comes from somebody else.
    private readonly HttpClient _http = new(new CognitoHttpHandler(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        ConnectTimeout = TimeSpan.FromSeconds(1),
        UseCookies = false,
    }))
    {
        Timeout = attemptTimeout,
        MaxResponseContentBufferSize = CognitoHttpHandler.MaxLength,
    };

    /// <summary>Limits an attempt so that several fit into the function's timeout of 10 seconds.</summary>
    public CognitoConnection()
        : this(TimeSpan.FromSeconds(2.5))
    {
    }

    public override HttpClient CreateHttpClient(IClientConfig clientConfig) => _http;

    public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;

    public override bool DisposeHttpClientsAfterUse(IClientConfig clientConfig) => false;

    /// <summary>Opens a connection for the first call. If that fails, the call opens its own.</summary>
    public async Task OpenAsync(AmazonCognitoIdentityProviderConfig config)
    {
        try
        {
            var endpoint = config.DetermineServiceOperationEndpoint(new(new AdminAddUserToGroupRequest()));
            using var timeout = new CancellationTokenSource(OpenTimeout);
            using var request = new HttpRequestMessage(HttpMethod.Get, endpoint.URL);
            using var response = await _http.SendAsync(request, timeout.Token);
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException or AmazonClientException)
        {
            // If the problem lasts, the first call has it too, and its audit line says so.
        }
    }

    public void Dispose() => _http.Dispose();
}
