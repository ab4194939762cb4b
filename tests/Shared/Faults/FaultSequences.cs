using System.Text;

namespace AddUserToGroup.Shared.Faults;

/// <summary>One thing after another: what a retry meets, and what a kept connection holds.</summary>
internal static class FaultSequences
{
    public static IReadOnlyList<FaultCase> Cases(string text)
    {
        var success = Behaviour.Respond(HttpResponse.Success);
        var throttled = Error(400, "TooManyRequestsException", text);
        var failed = Error(500, "InternalErrorException", text);
        var reset = Behaviour.AtRequest(connection => connection.ResetAsync());
        var refused = Error(400, "UserNotFoundException", text);
        return
        [
            new("throttles, throttles, adds", "Added", 3, throttled, throttled, success),
            new("fails, fails, adds", "Added", 3, failed, failed, success),
            new("throttles, fails, adds", "Added", 3, throttled, failed, success),
            new("fails, throttles, throttles", "Throttled", 3, failed, throttled),
            new("throttles, fails, fails", "Unavailable", 3, throttled, failed),
            new("fails, knows no such user", "UserNotFound", 2, failed, refused, success),
            new("throttles, denies access", "InternalError", 2, throttled, Error(400, "AccessDeniedException", CognitoErrors.AccessDenied), success),
            new("resets, adds", "Added", 2, reset, success),
            new("resets, resets, adds", "Added", 3, reset, reset, success),
            new("resets, fails, knows no such user", "UserNotFound", 3, reset, failed, refused, success),
            new("closes a new connection, adds", "Added", 2, Behaviour.AtAccept(connection => connection.CloseAsync()), success),
            new("breaks off an error, adds", "Added", 2, Behaviour.SendAndEnd(
                (HttpResponse.Error(400, "UserNotFoundException", text) with { ContentLength = "1000" }).ToBytes(),
                connection => connection.CloseAsync()), success),
            new("fails, hangs", "Unavailable", 2, failed, Behaviour.SendAndEnd(default, connection => connection.HangAsync()))
            {
                EndsByDeadline = true,
            },
            new("answers without a request id, would add", "Unavailable", 1, Behaviour.Respond(HttpResponse.Success with { RequestId = null }), success),
            // What waits on a kept connection must not be taken for the answer to the next request.
            new("knows no such user, and says unasked that it has added one", "UserNotFound", 1,
                Behaviour.Send((byte[])[.. HttpResponse.Error(400, "UserNotFoundException", text).ToBytes(), .. HttpResponse.Success.ToBytes()])),
            new("fails and says unasked that it has added one, knows no such user", "UserNotFound", 2,
                Behaviour.Send((byte[])[.. HttpResponse.Error(500, "InternalErrorException", text).ToBytes(), .. HttpResponse.Success.ToBytes()]),
                refused, success),
            new("says 100 Continue and 103 Early Hints, adds", "Added", 1, Behaviour.Send((byte[])
            [
                .. Encoding.ASCII.GetBytes("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nx-amzn-RequestId: 1\r\n\r\n"),
                .. HttpResponse.Success.ToBytes(),
            ])),
        ];
    }

    private static Behaviour Error(int status, string code, string message) =>
        Behaviour.Respond(HttpResponse.Error(status, code, message));
}
