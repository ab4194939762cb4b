using System.Security.Cryptography;

namespace AddUserToGroup.Local.Lambda;

/// <summary>One event on its way through the function.</summary>
internal sealed class Invocation(ReadOnlyMemory<byte> payload)
{
    private readonly TaskCompletionSource _received = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<InvocationResult> _result = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ReadOnlyMemory<byte> Payload { get; } = payload;

    public string RequestId { get; } = Guid.NewGuid().ToString();

    /// <summary>The value of <c>_X_AMZN_TRACE_ID</c>. It is not sampled, because nothing collects traces here.</summary>
    public string TraceId { get; } =
        $"Root=1-{DateTimeOffset.UtcNow.ToUnixTimeSeconds():x8}-{RandomNumberGenerator.GetHexString(24, lowercase: true)};Sampled=0";

    /// <summary>Ends when the function has received the event. The timeout starts then.</summary>
    public Task Received => _received.Task;

    public Task<InvocationResult> Result => _result.Task;

    public void MarkReceived() => _received.TrySetResult();

    /// <returns>False if there is a result already.</returns>
    public bool TryComplete(InvocationResult result) => _result.TrySetResult(result);
}
