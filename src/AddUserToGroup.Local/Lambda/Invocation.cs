using System.Security.Cryptography;

namespace AddUserToGroup.Local.Lambda;

/// <summary>One event on its way through an execution environment.</summary>
internal sealed class Invocation(ReadOnlyMemory<byte> payload)
{
    private readonly TaskCompletionSource _taken = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<Answer> _answered = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ReadOnlyMemory<byte> Payload { get; } = payload;

    public string RequestId { get; } = Guid.NewGuid().ToString();

    /// <summary>The value of <c>_X_AMZN_TRACE_ID</c>; not sampled, because nothing collects traces here.</summary>
    public string TraceId { get; } =
        $"Root=1-{DateTimeOffset.UtcNow.ToUnixTimeSeconds():x8}-{RandomNumberGenerator.GetHexString(24, lowercase: true)};Sampled=0";

    /// <summary>Ends when the function has fetched the event; its time starts to run then.</summary>
    public Task Taken => _taken.Task;

    public Task<Answer> Answered => _answered.Task;

    public void Take() => _taken.TrySetResult();

    /// <summary>Gives the answer in the function's place, unless the function was faster; later ones are refused.</summary>
    /// <returns>False where the function was faster.</returns>
    public bool TryGiveUp(Answer answer) => _answered.TrySetResult(answer);

    /// <returns>False where the event was not yet fetched, or has its answer already.</returns>
    public bool TryAnswer(Answer answer) => Taken.IsCompleted && _answered.TrySetResult(answer);
}
