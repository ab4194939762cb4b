namespace AddUserToGroup.Local.Lambda;

/// <summary>What Lambda's Invoke API says of one synchronous invocation.</summary>
/// <param name="Payload">The function's answer, or the error document where <paramref name="FunctionError"/> is set.</param>
/// <param name="FunctionError"><c>Unhandled</c> where the function threw, crashed or ran out of time; otherwise null.</param>
/// <param name="RequestId">The id that the function's log lines carry.</param>
/// <param name="Log">What the function logged during this invocation, one line after another.</param>
internal sealed record InvocationResult(ReadOnlyMemory<byte> Payload, string? FunctionError, string RequestId, string Log);
