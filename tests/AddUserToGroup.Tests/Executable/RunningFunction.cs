using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using AddUserToGroup.Shared.Faults;
using AddUserToGroup.Shared.Lambda;

namespace AddUserToGroup.Tests.Executable;

/// <summary>The executable, behind a Runtime API and in front of a Cognito endpoint that can misbehave.</summary>
internal sealed class RunningFunction : IAsyncDisposable
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(120);
    private static readonly TimeSpan ShortTime = TimeSpan.FromMilliseconds(800);
    private static readonly JsonDocumentOptions EachMemberOnce = new() { AllowDuplicateProperties = false };

    private readonly FakeRuntimeApi _runtime;
    private readonly ExecutableProcess _process;

    private RunningFunction(CognitoEndpoint cognito, FakeRuntimeApi runtime, ExecutableProcess process) =>
        (Cognito, _runtime, _process) = (cognito, runtime, process);

    public CognitoEndpoint Cognito { get; }

    public int ProcessId => _process.Id;

    public long PeakMemory => _process.PeakMemory;

    /// <summary>The time that the next events may take; null to send no deadline.</summary>
    public TimeSpan? TimeLeft
    {
        set => _runtime.TimeLeft = value;
    }

    /// <summary>Lines of standard output and standard error.</summary>
    public IReadOnlyList<string> Output => _process.Output;

    /// <summary>The audit lines by invocation. Every line must be JSON, without duplicate members.</summary>
    public ILookup<string, JsonElement> AuditLines => Output
        .Select(line => JsonDocument.Parse(line, EachMemberOnce).RootElement)
        .Where(line => line.TryGetProperty("outcome", out _))
        .ToLookup(line => line.GetProperty("requestId").GetString()!);

    /// <param name="certificate">Makes the endpoint an HTTPS one.</param>
    /// <param name="settings">Environment variables, in addition to the usual ones or instead of them.</param>
    [SuppressMessage("Reliability", "CA2000", Justification = "Disposing this disposes them.")]
    public static async Task<RunningFunction> StartAsync(
        X509Certificate2? certificate = null, params (string Name, string? Value)[] settings)
    {
        var cognito = new CognitoEndpoint(certificate);
        var runtime = await FakeRuntimeApi.StartAsync();
        // The executable that was built with the tests, or another build, such as the native one.
        var program = new ProcessStartInfo(Environment.GetEnvironmentVariable("ADD_USER_TO_GROUP_FUNCTION") is { Length: > 0 } other
            ? other
            : Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "AddUserToGroup.exe" : "AddUserToGroup"));
        foreach (var name in program.Environment.Keys.Where(name => name.StartsWith("AWS_", StringComparison.Ordinal)).ToArray())
        {
            program.Environment.Remove(name);
        }

        (string Name, string? Value)[] environment =
        [
            ("AWS_LAMBDA_RUNTIME_API", runtime.Address),
            ("AWS_REGION", "us-east-1"),
            ("AWS_ACCESS_KEY_ID", "AKIDEXAMPLE"),
            ("AWS_SECRET_ACCESS_KEY", "an example of a secret"),
            ("USER_POOL_ID", TestEvents.UserPoolId),
            ("USER_POOL_ISSUER", TestEvents.Issuer),
            ("AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER", cognito.Address.ToString()),
            .. settings,
        ];
        foreach (var (name, value) in environment.Where(variable => variable.Value is not null))
        {
            program.Environment[name] = value;
        }

        return new RunningFunction(cognito, runtime, ExecutableProcess.Start(program));
    }

    /// <summary>The outcome of each invocation's only audit line.</summary>
    public IEnumerable<string> Outcomes(int invocations)
    {
        var lines = AuditLines;
        return Enumerable.Range(1, invocations)
            .Select(number => Assert.Single(lines[$"invocation-{number}"]).GetProperty("outcome").GetString()!);
    }

    /// <summary>Sends one event, and returns what the function posts for it.</summary>
    public Task<ReceivedRequest> InvokeAsync(string json) => InvokeAsync(Encoding.UTF8.GetBytes(json));

    public async Task<ReceivedRequest> InvokeAsync(byte[] json)
    {
        using var timeout = new CancellationTokenSource(Timeout);
        return await _runtime.InvokeAsync(json, timeout.Token);
    }

    /// <summary>Sends one event while the endpoint has the fault. If only the deadline ends the fault, it is a short one.</summary>
    public Task<ReceivedRequest> InvokeAsync(string json, FaultCase fault)
    {
        fault.ApplyTo(Cognito);
        TimeLeft = fault.EndsByDeadline ? ShortTime : FakeRuntimeApi.DefaultTimeLeft;
        return InvokeAsync(json);
    }

    /// <summary>Sends one event while the endpoint responds as Cognito does when it adds the user.</summary>
    public Task<ReceivedRequest> InvokeWithoutFaultAsync(string json)
    {
        Cognito.Clear();
        Cognito.Default = Behaviour.Respond(HttpResponse.Success);
        TimeLeft = FakeRuntimeApi.DefaultTimeLeft;
        return InvokeAsync(json);
    }

    /// <summary>Waits until a process that cannot start has ended, and returns what it posted.</summary>
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
