using System.Net;
using System.Net.Http.Headers;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html</summary>
internal sealed class RuntimeApiClient(string? hostAndPort) : IDisposable
{
    private readonly HttpClient _http = new()
    {
        BaseAddress = new Uri($"http://{hostAndPort}/2018-06-01/runtime/"),
        // The sandbox may be frozen for hours while this waits for the next event.
        Timeout = Timeout.InfiniteTimeSpan,
    };

    public async Task<Invocation> NextAsync(CancellationToken cancellationToken)
    {
        using var response = await _http.GetAsync(Path("invocation/next"), cancellationToken);
        await RequireSuccessAsync(response);
        return new Invocation(
            Header(response, "Lambda-Runtime-Aws-Request-Id")
                ?? throw new RuntimeApiClientException("The Runtime API handed over an event without a request id.", response.StatusCode, ""),
            Header(response, "Lambda-Runtime-Trace-Id"),
            Invocation.ReadDeadline(Header(response, "Lambda-Runtime-Deadline-Ms")),
            new MemoryStream(await response.Content.ReadAsByteArrayAsync(CancellationToken.None)));
    }

    public async Task SendResponseAsync(string requestId, Stream output, CancellationToken cancellationToken)
    {
        using var content = new StreamContent(output) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        using var response = await _http.PostAsync(Path($"invocation/{Uri.EscapeDataString(requestId)}/response"), content, cancellationToken);
        await RequireSuccessAsync(response);
    }

    public Task ReportInitializationErrorAsync(Exception exception) =>
        SendErrorAsync("init/error", exception, CancellationToken.None);

    public Task ReportInvocationErrorAsync(string requestId, Exception exception, CancellationToken cancellationToken) =>
        SendErrorAsync($"invocation/{Uri.EscapeDataString(requestId)}/error", exception, cancellationToken);

    public void Dispose() => _http.Dispose();

    private async Task SendErrorAsync(string path, Exception exception, CancellationToken cancellationToken)
    {
        using var content = new ByteArrayContent(ErrorDocument.Of(exception))
        {
            Headers = { ContentType = new MediaTypeHeaderValue("application/vnd.aws.lambda.error+json") },
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, Path(path))
        {
            Headers = { { "Lambda-Runtime-Function-Error-Type", exception.GetType().Name } },
            Content = content,
        };
        using var response = await _http.SendAsync(request, cancellationToken);
        await RequireSuccessAsync(response);
    }

    private static async Task RequireSuccessAsync(HttpResponseMessage response)
    {
        if (response.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.Accepted or HttpStatusCode.NoContent))
        {
            throw new RuntimeApiClientException(
                "The Runtime API refused.", response.StatusCode, await response.Content.ReadAsStringAsync(CancellationToken.None));
        }
    }

    private static Uri Path(string path) => new(path, UriKind.Relative);

    private static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;
}
