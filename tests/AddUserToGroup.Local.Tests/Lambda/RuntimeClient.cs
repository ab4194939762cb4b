using System.Text;
using AddUserToGroup.Local.Lambda;

namespace AddUserToGroup.Local.Tests.Lambda;

/// <summary>A function of the test's own, which speaks to the Runtime API as a real one does.</summary>
internal sealed class RuntimeClient : IDisposable
{
    private const int Killed = 137;

    private readonly HttpClient _http = new();

    private RuntimeClient(string runtimeApi, Action<string> log)
    {
        _http.BaseAddress = new($"http://{runtimeApi}/2018-06-01/runtime/");
        Log = log;
    }

    public Action<string> Log { get; }

    /// <param name="function">Lives until it returns its exit code or is stopped.</param>
    public static RunEnvironment Running(Func<RuntimeClient, CancellationToken, Task<int>> function) =>
        async (runtimeApi, log, stop) =>
        {
            using var client = new RuntimeClient(runtimeApi, log);
            try
            {
                return await function(client, stop);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return Killed;
            }
        };

    /// <summary>Handles event after event as the handler says: a request id and an event in, an answer out.</summary>
    public static RunEnvironment Handling(Func<string, string, RuntimeClient, string> handler) =>
        Running(async (client, stop) =>
        {
            while (true)
            {
                var (id, payload) = await client.NextAsync(stop);
                using var accepted = await client.RespondAsync(id, handler(id, payload, client));
            }
        });

    /// <summary>At its first start it does what <paramref name="first"/> does; from the second on it answers "up".</summary>
    public static RunEnvironment FailingOnce(Func<RuntimeClient, CancellationToken, Task<int>> first)
    {
        var starts = 0;
        return Running(async (client, stop) =>
        {
            if (++starts == 1)
            {
                return await first(client, stop);
            }

            var (id, _) = await client.NextAsync(stop);
            using var taken = await client.RespondAsync(id, "\"up\"");
            return await NeverEndingAsync(stop);
        });
    }

    /// <summary>What a function does that waits or hangs: nothing, until it is killed.</summary>
    public static async Task<int> NeverEndingAsync(CancellationToken stop)
    {
        await Task.Delay(Timeout.Infinite, stop);
        return 0;
    }

    public async Task<(string RequestId, string Payload)> NextAsync(CancellationToken stop)
    {
        using var response = await NextResponseAsync(stop);
        return (response.Headers.GetValues("Lambda-Runtime-Aws-Request-Id").Single(), await response.Content.ReadAsStringAsync(stop));
    }

    public Task<HttpResponseMessage> NextResponseAsync(CancellationToken stop) =>
        _http.GetAsync(new Uri("invocation/next", UriKind.Relative), stop);

    public Task<HttpResponseMessage> RespondAsync(string requestId, string response) =>
        PostAsync($"invocation/{requestId}/response", response);

    public Task<HttpResponseMessage> FailAsync(string requestId, string error) =>
        PostAsync($"invocation/{requestId}/error", error);

    public Task<HttpResponseMessage> FailInitAsync(string error) => PostAsync("init/error", error);

    public void Dispose() => _http.Dispose();

    private async Task<HttpResponseMessage> PostAsync(string path, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        return await _http.PostAsync(new Uri(path, UriKind.Relative), content);
    }
}
