using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using AddUserToGroup.Shared.Faults;
using AddUserToGroup.Shared.Lambda;

namespace AddUserToGroup.Tests.Executable;

/// <summary>The executable with its Runtime API in front and an endpoint behind that misbehaves on demand.</summary>
internal sealed class RunningFunction : IAsyncDisposable
{
    private static readonly JsonDocumentOptions EachMemberOnce = new() { AllowDuplicateProperties = false };

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(120);

    private readonly FakeRuntimeApi _runtime;
    private readonly FunctionProcess _process;

    private RunningFunction(CognitoEndpoint cognito, FakeRuntimeApi runtime, FunctionProcess process) =>
        (Cognito, _runtime, _process) = (cognito, runtime, process);

    public CognitoEndpoint Cognito { get; }

    public long PeakMemory => _process.PeakMemory;

    public int ProcessId => _process.Id;

    /// <summary>How long the next events may take.</summary>
    public TimeSpan TimeLeft
    {
        set => _runtime.TimeLeft = value;
    }

    /// <summary>What the process wrote, standard error included.</summary>
    public IReadOnlyList<string> Output => _process.Output;

    /// <summary>The audit lines by invocation. Every line has to be JSON, with no member twice.</summary>
    public ILookup<string, JsonElement> AuditLines => Output
        .Select(line => JsonDocument.Parse(line, EachMemberOnce).RootElement)
        .Where(line => line.TryGetProperty("outcome", out _))
        .ToLookup(line => line.GetProperty("requestId").GetString()!);

    /// <param name="certificate">Makes the endpoint an HTTPS one.</param>
    /// <param name="settings">Environment variables beyond those of a function with this pool, and in their place.</param>
    [SuppressMessage("Reliability", "CA2000", Justification = "Disposing this disposes them.")]
    public static async Task<RunningFunction> StartAsync(
        X509Certificate2? certificate = null, params (string Name, string? Value)[] settings)
    {
        var cognito = new CognitoEndpoint(certificate);
        var runtime = await FakeRuntimeApi.StartAsync();
        var process = FunctionProcess.Start(Describe(
            [
                ("AWS_LAMBDA_RUNTIME_API", runtime.Address),
                ("AWS_REGION", "us-east-1"),
                ("AWS_ACCESS_KEY_ID", "AKIDEXAMPLE"),
                ("AWS_SECRET_ACCESS_KEY", "an example of a secret"),
                ("USER_POOL_ID", TestEvents.UserPoolId),
                ("USER_POOL_ISSUER", TestEvents.Issuer),
                ("AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER", cognito.Address.ToString()),
                .. settings,
            ]));
        return new RunningFunction(cognito, runtime, process);
    }

    // The executable that was built with the tests, or the one in ADD_USER_TO_GROUP_FUNCTION, such as the native binary.
    private static ProcessStartInfo Describe(IEnumerable<(string Name, string? Value)> environment)
    {
        var program = new ProcessStartInfo(Environment.GetEnvironmentVariable("ADD_USER_TO_GROUP_FUNCTION") is { Length: > 0 } other
            ? other
            : Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "AddUserToGroup.exe" : "AddUserToGroup"));
        foreach (var name in program.Environment.Keys.Where(name => name.StartsWith("AWS_", StringComparison.Ordinal)).ToArray())
        {
            program.Environment.Remove(name);
        }

        foreach (var (name, value) in environment.Where(variable => variable.Value is not null))
        {
            program.Environment[name] = value;
        }

        return program;
    }

    /// <summary>The outcomes of the audit lines, of which each invocation has one.</summary>
    public IEnumerable<string> Outcomes(int invocations)
    {
        var lines = AuditLines;
        return Enumerable.Range(1, invocations)
            .Select(number => Assert.Single(lines[$"invocation-{number}"]).GetProperty("outcome").GetString()!);
    }

    /// <summary>Hands out one event, and returns what was posted for it.</summary>
    public Task<ReceivedRequest> InvokeAsync(string json) => InvokeAsync(Encoding.UTF8.GetBytes(json));

    public async Task<ReceivedRequest> InvokeAsync(byte[] json)
    {
        using var timeout = new CancellationTokenSource(Timeout);
        return await _runtime.InvokeAsync(json, timeout.Token);
    }

    /// <summary>Hands out one event while the endpoint has the fault; one that only the deadline ends gets little time.</summary>
    public Task<ReceivedRequest> InvokeAsync(string json, FaultCase fault)
    {
        fault.PutTo(Cognito);
        TimeLeft = fault.EndsByDeadline ? TimeSpan.FromMilliseconds(800) : TimeSpan.FromSeconds(10);
        return InvokeAsync(json);
    }

    /// <summary>Hands out one event, to which the endpoint answers as Cognito would.</summary>
    public Task<ReceivedRequest> InvokeSoundAsync(string json)
    {
        Cognito.Clear();
        Cognito.Otherwise = Behaviour.Respond(HttpResponse.Success);
        TimeLeft = TimeSpan.FromSeconds(10);
        return InvokeAsync(json);
    }

    /// <summary>Waits for the end of a process that cannot start, and returns what it posted.</summary>
    public async Task<(ReceivedRequest Posted, int ExitCode)> FailAsync()
    {
        using var timeout = new CancellationTokenSource(Timeout);
        return (await _runtime.NextPostAsync(timeout.Token), await _process.ExitCodeAsync(timeout.Token));
    }

    /// <summary>Ends the process; its output is then complete.</summary>
    public ValueTask StopAsync() => _process.StopAsync();

    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        await _runtime.DisposeAsync();
        await Cognito.DisposeAsync();
    }
}
