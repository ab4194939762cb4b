using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using AddUserToGroup.Benchmarks.Candidates;
using AddUserToGroup.Shared.Faults;
using AddUserToGroup.Shared.Lambda;
using AddUserToGroup.Shared.Signing;
using AddUserToGroup.Shared.Tools;

namespace AddUserToGroup.Benchmarks.Measuring;

/// <summary>One process of a candidate, behind a Runtime API and in front of a Cognito; checks all that it does.</summary>
internal sealed class CandidateProcess : IAsyncDisposable
{
    private const string SecretAccessKey = "benchmark-secret";

    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(1);

    // Without white space, as AppSync writes it.
    private static readonly string Event = JsonNode.Parse(Repository.ReadText("tests/events/allowed.json"))!.ToJsonString();

    private readonly Candidate _candidate;
    private readonly CognitoEndpoint _cognito;
    private readonly FakeRuntimeApi _runtime;
    private readonly ExecutableProcess _process;
    private readonly long _started;
    private readonly Task _exit;
    private int _invocations;

    private CandidateProcess(Candidate candidate, CognitoEndpoint cognito, FakeRuntimeApi runtime)
    {
        (_candidate, _cognito, _runtime) = (candidate, cognito, runtime);
        cognito.Clear();
        var program = Describe();
        (_started, _process) = Cores.Start(() => (Stopwatch.GetTimestamp(), ExecutableProcess.Start(program)));
        _exit = _process.ExitCodeAsync(CancellationToken.None);
    }

    public int ProcessId => _process.Id;

    public TimeSpan ProcessorTime => _process.ProcessorTime;

    [SuppressMessage("Reliability", "CA2000", Justification = "Disposing this disposes it.")]
    public static async Task<CandidateProcess> StartAsync(Candidate candidate, CognitoEndpoint cognito) =>
        new(candidate, cognito, await FakeRuntimeApi.StartAsync());

    /// <returns>Milliseconds from the start of the process until it asks for an event.</returns>
    public async Task<double> InitAsync() =>
        Stopwatch.GetElapsedTime(_started, await WaitAsync(_runtime.Ready)).TotalMilliseconds;

    /// <returns>Milliseconds from sending an event to its response.</returns>
    /// <exception cref="BenchmarkException">The response or the request to Cognito is wrong.</exception>
    public async Task<double> InvokeAsync()
    {
        var userId = string.Create(CultureInfo.InvariantCulture, $"user-{_invocations++:D6}@example.com");
        var json = Encoding.UTF8.GetBytes(Event.Replace("ann@example.com", userId, StringComparison.Ordinal));
        var response = await WaitAsync(_runtime.InvokeAsync(json, CancellationToken.None));
        Check(response, userId);
        return response.Duration.TotalMilliseconds;
    }

    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        await _runtime.DisposeAsync();
    }

    private async Task<T> WaitAsync<T>(Task<T> task)
    {
        return await Task.WhenAny(task, _exit, Task.Delay(Timeout)) == task
            ? await task
            : throw new BenchmarkException($"{_candidate.Name} ended, or did not respond within a minute: {string.Join('\n', _process.Output)}");
    }

    private void Check(ReceivedRequest response, string userId)
    {
        var requests = _cognito.Requests.Where(request => request.StartsWith("POST", StringComparison.Ordinal)).ToList();
        _cognito.Clear();
        var body = JsonNode.Parse(response.Body);
        var isRight = _candidate.ReturnsSdkResponse
            ? (int?)body?["$metadata"]?["httpStatusCode"] == 200
            : (string?)body?["data"]?["userId"] == userId;
        if (!isRight || requests is not [var request] || !IsRight(request, userId))
        {
            throw new BenchmarkException(
                $"{_candidate.Name} responded {response.Text} to the event for {userId}, and sent Cognito: {string.Join('\n', requests)}");
        }
    }

    private bool IsRight(string request, string userId)
    {
        var parts = request.Split("\r\n\r\n", 2);
        var headers = parts[0].Split("\r\n").Skip(1).Select(line => line.Split(':', 2))
            .ToDictionary(pair => pair[0], pair => pair[1].Trim(), StringComparer.OrdinalIgnoreCase);
        return (string?)JsonNode.Parse(parts[1])?["Username"] == userId
            && (!_candidate.HasSdk || (SignatureVersion4.Read(headers.GetValueOrDefault("Authorization")) is { } signature
                && signature.Signature == signature.Recompute(headers.GetValueOrDefault, Encoding.UTF8.GetBytes(parts[1]), SecretAccessKey)));
    }

    // The environment of a function in Lambda, without the developer's own.
    private ProcessStartInfo Describe()
    {
        var home = CandidateBuilder.Artifacts("home");
        var program = new ProcessStartInfo(_candidate.FileName, _candidate.Arguments) { WorkingDirectory = home };
        program.Environment.Clear();
        Dictionary<string, string> variables = new()
        {
            ["HOME"] = home,
            ["PATH"] = Environment.GetEnvironmentVariable("PATH") ?? "",
            ["LANG"] = "en_US.UTF-8",
            ["TZ"] = ":UTC",
            ["AWS_LAMBDA_RUNTIME_API"] = _runtime.Address,
            ["AWS_LAMBDA_FUNCTION_NAME"] = "AddUserToGroup",
            ["AWS_LAMBDA_FUNCTION_VERSION"] = "$LATEST",
            ["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"] = "512",
            ["AWS_LAMBDA_LOG_FORMAT"] = "JSON",
            ["AWS_LAMBDA_LOG_GROUP_NAME"] = "/aws/lambda/AddUserToGroup",
            ["AWS_LAMBDA_LOG_STREAM_NAME"] = "2026/01/01/[$LATEST]0",
            ["AWS_LAMBDA_INITIALIZATION_TYPE"] = "on-demand",
            ["AWS_REGION"] = "us-east-1",
            ["AWS_DEFAULT_REGION"] = "us-east-1",
            ["AWS_ACCESS_KEY_ID"] = "AKIDBENCHMARK",
            ["AWS_SECRET_ACCESS_KEY"] = SecretAccessKey,
            ["AWS_SESSION_TOKEN"] = "benchmark-session-token",
            ["AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER"] = _cognito.Address.OriginalString,
            ["USER_POOL_ID"] = "us-east-1_LocalPool",
            ["USER_POOL_ISSUER"] = "https://cognito-idp.us-east-1.amazonaws.com/us-east-1_LocalPool",
        };
        foreach (var (name, value) in variables.Concat(_candidate.Trust))
        {
            program.Environment[name] = value;
        }

        return program;
    }
}
