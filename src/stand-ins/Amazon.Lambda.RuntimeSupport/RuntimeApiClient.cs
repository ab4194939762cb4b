using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html</summary>
internal sealed class RuntimeApiClient(HttpClient httpClient, string? hostAndPort)
{
    // Of the package that this stands in for.
    private const string Version = "2.1.2.0";
    private const int LargestCauseHeader = 1024 * 1024;

    private readonly string _baseAddress = $"http://{hostAndPort}/2018-06-01/runtime/";

    [SuppressMessage("Reliability", "CA2000", Justification = "The client disposes its handler.")]
    public static HttpClient CreateHttpClient()
    {
        var runtime = new DirectoryInfo(RuntimeEnvironment.GetRuntimeDirectory()).Name;
        var runtimeVersion = runtime == "/" ? "unknown" : runtime;
        var suffix = RuntimeFeature.IsDynamicCodeSupported ? "" : "-aot";
        var client = new HttpClient(new SocketsHttpHandler { RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8 })
        {
            // The sandbox may be frozen for hours while this waits for the next event.
            Timeout = TimeSpan.FromHours(12),
        };
        client.DefaultRequestHeaders.Add("User-Agent", $"aws-lambda-dotnet/{runtimeVersion}-{Version}{suffix}");
        return client;
    }

    public async Task<Invocation> NextAsync(CancellationToken cancellationToken)
    {
        using var request = Request(HttpMethod.Get, "invocation/next");
        using var response =
            await httpClient.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        if (response.StatusCode != HttpStatusCode.OK)
        {
            await ThrowUnlessSuccessAsync(response, HttpStatusCode.Forbidden);
        }

        var body = response.StatusCode == HttpStatusCode.OK
            ? await response.Content.ReadAsByteArrayAsync(CancellationToken.None)
            : [];
        return new Invocation(
            Header(response, "Lambda-Runtime-Aws-Request-Id")
                ?? throw new KeyNotFoundException(
                    "The given key 'Lambda-Runtime-Aws-Request-Id' was not present in the dictionary."),
            Header(response, "Lambda-Runtime-Trace-Id"),
            Header(response, "Lambda-Runtime-Aws-Tenant-Id"),
            Header(response, "Lambda-Runtime-Deadline-Ms"),
            new MemoryStream(body));
    }

    public async Task SendResponseAsync(string requestId, Stream output, CancellationToken cancellationToken)
    {
        using var request = Request(HttpMethod.Post, $"invocation/{requestId}/response");
        request.Content = new StreamContent(output);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var response =
            await httpClient.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        if (response.StatusCode != HttpStatusCode.Accepted)
        {
            await ThrowUnlessSuccessAsync(
                response, HttpStatusCode.BadRequest, HttpStatusCode.Forbidden, HttpStatusCode.RequestEntityTooLarge);
        }
    }

    public async Task ReportInitializationErrorAsync(Exception exception)
    {
        using var request = Request(HttpMethod.Post, "init/error");
        await SendErrorAsync(request, exception, CancellationToken.None, HttpStatusCode.Forbidden);
    }

    public async Task ReportInvocationErrorAsync(
        string requestId, Exception exception, CancellationToken cancellationToken)
    {
        using var request = Request(HttpMethod.Post, $"invocation/{Uri.EscapeDataString(requestId)}/error");
        request.Headers.TryAddWithoutValidation("Lambda-Runtime-Function-Error-Type", exception.GetType().Name);
        var cause = XRayCause.Of(exception);
        if (Encoding.UTF8.GetByteCount(cause) < LargestCauseHeader)
        {
            request.Headers.TryAddWithoutValidation("Lambda-Runtime-Function-XRay-Error-Cause", cause);
        }

        await SendErrorAsync(
            request, exception, cancellationToken, HttpStatusCode.BadRequest, HttpStatusCode.Forbidden);
    }

    private async Task SendErrorAsync(
        HttpRequestMessage request,
        Exception exception,
        CancellationToken cancellationToken,
        params HttpStatusCode[] explained)
    {
        request.Content = new ByteArrayContent(ErrorDocument.Of(exception));
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/vnd.aws.lambda.error+json");
        using var response =
            await httpClient.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        if (response.StatusCode == HttpStatusCode.Accepted)
        {
            RequireJson(response.StatusCode, await response.Content.ReadAsStringAsync(CancellationToken.None));
        }
        else
        {
            await ThrowUnlessSuccessAsync(response, explained);
        }
    }

    private static async Task ThrowUnlessSuccessAsync(HttpResponseMessage response, params HttpStatusCode[] explained)
    {
        var status = response.StatusCode;
        if (status is HttpStatusCode.OK or HttpStatusCode.NoContent)
        {
            return;
        }

        var body = await response.Content.ReadAsStringAsync(CancellationToken.None);
        if (explained.Contains(status))
        {
            RequireJson(status, body);
            throw new RuntimeApiClientException(Explanation(status), status, body);
        }

        throw new RuntimeApiClientException(
            status == HttpStatusCode.InternalServerError
                ? "Container error. Non-recoverable state. Runtime should exit promptly.\n"
                : $"The HTTP status code of the response was not expected ({(int)status}).",
            status,
            body);
    }

    private static string Explanation(HttpStatusCode status) => status switch
    {
        HttpStatusCode.BadRequest => "Bad Request",
        HttpStatusCode.Forbidden => "Forbidden",
        _ => "Payload Too Large",
    };

    private static void RequireJson(HttpStatusCode status, string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
        }
        catch (JsonException exception)
        {
            throw new RuntimeApiClientException("Could not deserialize the response body.", status, body, exception);
        }
    }

    private static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;

    private HttpRequestMessage Request(HttpMethod method, string path) =>
        new(method, _baseAddress + path)
        {
            Headers = { Accept = { new MediaTypeWithQualityHeaderValue("application/json") } },
        };
}
