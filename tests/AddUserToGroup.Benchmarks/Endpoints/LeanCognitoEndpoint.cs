using System.Globalization;
using System.Net.Security;
using System.Text;

namespace AddUserToGroup.Benchmarks.Endpoints;

/// <summary>
/// Cognito over HTTP and over TLS, adding whoever is named. Responds at once and only keeps what it got: requests are
/// judged when the candidate has ended, so that judging costs no candidate time. A GET is no operation. That of the tests,
/// which misbehaves, awaits and looks up what to do next: more of what is measured would be its own time.
/// </summary>
internal sealed class LeanCognitoEndpoint : IDisposable
{
    private readonly List<CognitoCall> _calls = [];
    private readonly LeanServer _http;
    private readonly LeanServer _tls;

    public LeanCognitoEndpoint(SslStreamCertificateContext certificate)
    {
        _http = new LeanServer(Respond);
        _tls = new LeanServer(Respond, new SslServerAuthenticationOptions { ServerCertificateContext = certificate });
    }

    public string Http => $"http://localhost:{_http.Port}";

    public string Tls => $"https://localhost:{_tls.Port}";

    /// <summary>The requests since the last time, in the order in which they came.</summary>
    public IReadOnlyList<CognitoCall> TakeCalls()
    {
        lock (_calls)
        {
            CognitoCall[] calls = [.. _calls];
            _calls.Clear();
            return calls;
        }
    }

    public void Dispose()
    {
        _http.Dispose();
        _tls.Dispose();
    }

    private byte[] Respond(HttpRequest request)
    {
        var call = new CognitoCall(request, Guid.NewGuid().ToString());
        lock (_calls)
        {
            _calls.Add(call);
        }

        var status = request.Method == "POST" ? "200 OK" : "400 Bad Request";
        return Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture,
            $"HTTP/1.1 {status}\r\nDate: {DateTimeOffset.UtcNow:R}\r\nContent-Type: application/x-amz-json-1.1\r\n"
            + $"Content-Length: 2\r\nConnection: keep-alive\r\nx-amzn-RequestId: {call.RequestId}\r\n\r\n{{}}"));
    }
}
