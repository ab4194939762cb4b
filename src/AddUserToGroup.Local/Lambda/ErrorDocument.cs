using System.Globalization;
using System.Text.Json;

namespace AddUserToGroup.Local.Lambda;

/// <summary>The error documents that Lambda itself writes where the function can no longer do so.</summary>
internal static class ErrorDocument
{
    public static Answer TimedOut(string requestId, TimeSpan timeout) =>
        Create(
            "Sandbox.Timedout",
            string.Create(
                CultureInfo.InvariantCulture,
                $"RequestId: {requestId} Error: Task timed out after {timeout.TotalSeconds:0.00} seconds"));

    public static Answer Exited(string requestId, int exitCode) =>
        Create(
            "Runtime.ExitError",
            exitCode == 0
                ? $"RequestId: {requestId} Error: Runtime exited without providing a reason"
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $"RequestId: {requestId} Error: Runtime exited with error: exit status {exitCode}"));

    public static Answer ResponseTooLarge(long length) =>
        Create(
            "Function.ResponseSizeTooLarge",
            string.Create(
                CultureInfo.InvariantCulture,
                $"Response payload size ({length} bytes) exceeded maximum allowed payload size ({PayloadLimit.Response} bytes)."));

    private static Answer Create(string errorType, string errorMessage) =>
        new(JsonSerializer.SerializeToUtf8Bytes(new { errorType, errorMessage }), IsError: true);
}
