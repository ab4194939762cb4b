using System.Globalization;
using System.Text.Json;

namespace AddUserToGroup.Local.Lambda;

/// <summary>How one invocation ended.</summary>
/// <param name="Payload">The function's response, or an error document.</param>
/// <param name="IsError">Whether the function threw, crashed or timed out: Lambda's <c>FunctionError</c> is then <c>Unhandled</c>.</param>
internal sealed record InvocationResult(ReadOnlyMemory<byte> Payload, bool IsError)
{
    public static InvocationResult TimedOut(string requestId, TimeSpan timeout) => Error("Sandbox.Timedout", string.Create(
        CultureInfo.InvariantCulture, $"RequestId: {requestId} Error: Task timed out after {timeout.TotalSeconds:0.00} seconds"));

    public static InvocationResult Exited(string requestId, int exitCode) => Error("Runtime.ExitError", exitCode == 0
        ? $"RequestId: {requestId} Error: Runtime exited without providing a reason"
        : string.Create(CultureInfo.InvariantCulture, $"RequestId: {requestId} Error: Runtime exited with error: exit status {exitCode}"));

    // Lambda writes this document itself if the function cannot.
    private static InvocationResult Error(string errorType, string errorMessage) =>
        new(JsonSerializer.SerializeToUtf8Bytes(new { errorType, errorMessage }), IsError: true);
}
