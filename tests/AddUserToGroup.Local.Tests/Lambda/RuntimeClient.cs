using System.Text;
using AddUserToGroup.Local.Lambda;

namespace AddUserToGroup.Local.Tests.Lambda;

/// <summary>A test's function, which uses the Runtime API as a real one does.</summary>
internal sealed class RuntimeClient : IDisposable
{
    private const int Killed = 137;

    private readonly HttpClient _http = new();

    private RuntimeClient(string runtimeApi) => _http.BaseAddress = new($"http://{runtimeApi}/2018-06-01/runtime/");

    /// <param name="starts">What the function does when it starts: the first time, the second time and so on; it returns its exit code.</param>
    public static FunctionRunner Run(params Func<RuntimeClient, CancellationToken, Task<int>>[] starts)
    {
        var count = 0;
        return async (runtimeApi, _, stop) =>
        {
            using var client = new RuntimeClient(runtimeApi);
            try
            {
                return await starts[count++](client, stop);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return Killed;
            }
        };
    }

    /// <summary>Responds to each event with the event.</summary>
    public static async Task<int> EchoAsync(RuntimeClient client, CancellationToken stop)
    {
        while (true)
        {
            var (id, payload) = await client.NextAsync(stop);
            using var accepted = await client.PostAsync($"invocation/{id}/response", payload);
        }
    }

    /// <summary>Waits until it is killed.</summary>
    public static async Task<int> HangAsync(CancellationToken stop)
    {
        await Task.Delay(Timeout.Infinite, stop);
        return 0;
    }

    public async Task<(string RequestId, string Payload)> NextAsync(CancellationToken stop)
    {
        using var response = await _http.GetAsync(new Uri("invocation/next", UriKind.Relative), stop);
        return (response.Headers.GetValues("Lambda-Runtime-Aws-Request-Id").Single(), await response.Content.ReadAsStringAsync(stop));
    }

    public async Task<HttpResponseMessage> PostAsync(string path, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        return await _http.PostAsync(new Uri(path, UriKind.Relative), content);
    }

    public void Dispose() => _http.Dispose();
}
