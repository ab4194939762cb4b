using System.Diagnostics.CodeAnalysis;
using AddUserToGroup.Local.Lambda;
using Microsoft.AspNetCore.Builder;

namespace AddUserToGroup.Local.Tests.Lambda;

/// <summary>Lambda's endpoint with a test's function behind it, and nothing else.</summary>
internal sealed class LambdaServer : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly FunctionHost _function;
    private readonly HttpClient _http = new();

    private LambdaServer(WebApplication application, FunctionHost function) => (_application, _function) = (application, function);

    [SuppressMessage("Reliability", "CA2000", Justification = "The server owns the function's host.")]
    public static async Task<LambdaServer> StartAsync(FunctionRunner function, TextWriter? output = null, TimeSpan? timeout = null)
    {
        var application = LoopbackHost.CreateBuilder(port: 0).Build();
        var host = new FunctionHost(function, output ?? TextWriter.Null, timeout ?? TimeSpan.FromSeconds(60));
        InvokeApi.Map(application, host);
        await application.StartAsync();
        return new(application, host);
    }

    /// <returns>The status, the body, and the header that names an error, if there is one.</returns>
    public async Task<(int Status, string Body, string? Error)> InvokeAsync(
        string payload = "{}", string function = FunctionProcess.Name, string? type = null)
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Post, $"{_application.Urls.Single()}/2015-03-31/functions/{function}/invocations")
        {
            Content = new StringContent(payload),
        };
        request.Headers.Add("X-Amz-Invocation-Type", type);
        using var response = await _http.SendAsync(request);
        var errors = response.Headers.TryGetValues("X-Amz-Function-Error", out var values)
            || response.Headers.TryGetValues("x-amzn-ErrorType", out values) ? values : [];
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync(), errors.SingleOrDefault());
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _application.DisposeAsync();
        await _function.DisposeAsync();
    }
}
