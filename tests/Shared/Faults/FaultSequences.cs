using System.Text;

namespace AddUserToGroup.Shared.Faults;

/// <summary>Different behaviours for the attempts of one call, and bytes that wait on a kept connection.</summary>
internal static class FaultSequences
{
    public static IReadOnlyList<FaultCase> Cases(string text)
    {
        var added = Behaviour.Respond(HttpResponse.Success);
        var (throttled, failed) = (Error(400, "TooManyRequestsException"), Error(500, "InternalErrorException"));
        var notFound = Error(400, "UserNotFoundException");
        var denied = Behaviour.Respond(HttpResponse.Error(400, "AccessDeniedException", CognitoErrors.AccessDenied));
        var reset = Behaviour.AtRequest(connection => connection.ResetAsync());
        return
        [
            new("throttles, throttles, adds", "Added", 3, throttled, throttled, added),
            new("fails, fails, adds", "Added", 3, failed, failed, added),
            new("throttles, fails, adds", "Added", 3, throttled, failed, added),
            new("fails, throttles, throttles", "Throttled", 3, failed, throttled),
            new("throttles, fails, fails", "Unavailable", 3, throttled, failed),
            new("fails, finds no user", "UserNotFound", 2, failed, notFound, added),
            new("throttles, denies access", "InternalError", 2, throttled, denied, added),
            new("resets, adds", "Added", 2, reset, added),
            new("resets, resets, adds", "Added", 3, reset, reset, added),
            new("resets, fails, finds no user", "UserNotFound", 3, reset, failed, notFound, added),
            new("closes a new connection, adds", "Added", 2, Behaviour.AtAccept(connection => connection.CloseAsync()), added),
            new("breaks off an error, adds", "Added", 2, Behaviour.SendAndEnd(
                (Response(400, "UserNotFoundException") with { ContentLength = "1000" }).ToBytes(), connection => connection.CloseAsync()), added),
            new("fails, hangs", "Unavailable", 2, failed, Behaviour.SendAndEnd(default, connection => connection.HangAsync()))
            {
                EndsByDeadline = true,
            },
            new("responds without a request id, would add", "Unavailable", 1, Behaviour.Respond(HttpResponse.Success with { RequestId = null }), added),
            // A response that nobody requested must not be taken for the next one.
            new("finds no user and sends a success after it", "UserNotFound", 1, Behaviour.Send((byte[])
                [.. Response(400, "UserNotFoundException").ToBytes(), .. HttpResponse.Success.ToBytes()])),
            new("fails and sends a success after it, finds no user", "UserNotFound", 2, Behaviour.Send((byte[])
                [.. Response(500, "InternalErrorException").ToBytes(), .. HttpResponse.Success.ToBytes()]), notFound, added),
            new("sends 100 Continue and 103 Early Hints, adds", "Added", 1, Behaviour.Send((byte[])
            [
                .. Encoding.ASCII.GetBytes("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nx-amzn-RequestId: 1\r\n\r\n"),
                .. HttpResponse.Success.ToBytes(),
            ])),
        ];

        HttpResponse Response(int status, string code) => HttpResponse.Error(status, code, text);

        Behaviour Error(int status, string code) => Behaviour.Respond(Response(status, code));
    }
}
