using System.Diagnostics.CodeAnalysis;
using System.Text;
using AddUserToGroup.Local;
using AddUserToGroup.Local.Lambda;
using Microsoft.AspNetCore.Builder;

namespace AddUserToGroup.Local.Tests.Lambda;

/// <summary>Lambda's endpoints with a function of the test's own behind them, and nothing else.</summary>
internal sealed class LambdaServer : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly HttpClient _http = new();

    private LambdaServer(WebApplication application, FunctionHost function) =>
        (_application, Function) = (application, function);

    public FunctionHost Function { get; }

    [SuppressMessage("Reliability", "CA2000", Justification = "The server owns the function's host.")]
    public static async Task<LambdaServer> StartAsync(RunEnvironment function, TimeSpan? timeout = null)
    {
        var application = LoopbackHost.CreateBuilder(port: 0).Build();
        var host = new FunctionHost(function, TextWriter.Null, timeout ?? TimeSpan.FromSeconds(60));
        application.MapLambda(host);
        await application.StartAsync();
        return new(application, host);
    }

    public Task<InvocationResult> InvokeAsync(string payload) =>
        Function.InvokeAsync(Encoding.UTF8.GetBytes(payload), CancellationToken.None);

    public Task<HttpResponseMessage> PostAsync(string payload, params (string Name, string Value)[] headers) =>
        PostToAsync("AddUserToGroup", payload, "", headers);

    public async Task<HttpResponseMessage> PostToAsync(
        string function, string payload, string query, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Post, $"{_application.Urls.Single()}/2015-03-31/functions/{function}/invocations{query}")
        {
            Content = new StringContent(payload),
        };
        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        return await _http.SendAsync(request);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _application.DisposeAsync();
        await Function.DisposeAsync();
    }
}
