using System.Text;

namespace AddUserToGroup.Shared.Faults;

/// <summary>Responses that break off or stall, or are no HTTP.</summary>
internal static class BrokenResponses
{
    public static IReadOnlyList<FaultCase> Cases(string text)
    {
        var started = HttpResponse.Success with { ContentLength = "1000" };
        var rejection = HttpResponse.Error(400, "UserNotFoundException", text) with { ContentLength = "1000" };
        var failure = HttpResponse.Error(500, "InternalErrorException", text) with { ContentLength = "1000" };
        return
        [
            .. Ends("after the status line", Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\n"), "Unavailable"),
            .. Ends("in the headers", started.ToBytes().AsMemory(0, 60), "Unavailable"),
            .. Ends("in the body of an error 400", rejection.ToBytes(), "Unavailable"),
            .. Ends("in the body of an error 500", failure.ToBytes(), "Unavailable"),
            .. Ends("in a chunk of an error 400", ChunkOf(rejection), "Unavailable"),
            // Status 200 with a request id already means success.
            .. Ends("in the body of a success", started.ToBytes(), "Added"),
            .. Ends("in a chunk of a success", ChunkOf(HttpResponse.Success), "Added"),
            new("responds 200 with a negative length", "Added", FaultCase.Final,
                Behaviour.Respond(HttpResponse.Success with { ContentLength = "-2" })),
            new("responds 200 with a NUL in a header", "Added", FaultCase.Final,
                Behaviour.Respond(HttpResponse.Success with { Headers = ["x-amzn-note: \0"] })),
            new("responds a byte at a time", "Added", FaultCase.Final, Behaviour.Trickle(HttpResponse.Success.ToBytes(), _ => { })),
            NoHttp("another protocol", "SSH-2.0-OpenSSH_9.2\r\n"),
            NoHttp("a page without a status line", $"<html>{text}</html>\r\n\r\n"),
            NoHttp("an unknown version", "HTTP/9.9 200 OK\r\nx-amzn-RequestId: 1\r\nContent-Length: 2\r\n\r\n{}"),
            NoHttp("a status that is no number", "HTTP/1.1 ABC OK\r\nx-amzn-RequestId: 1\r\nContent-Length: 2\r\n\r\n{}"),
            NoHttp("a header without a colon", $"HTTP/1.1 200 OK\r\nx-amzn-RequestId\r\n{text}\r\nContent-Length: 2\r\n\r\n{{}}"),
            NoHttp("headers of 100 KB", $"HTTP/1.1 200 OK\r\nx-amzn-RequestId: {new string('a', 100_000)}\r\n\r\n"),
            NoHttp("only NULs", new string('\0', 1000)) with { Attempts = FaultCase.Reconnected },
            NoHttp("a switch of protocols", "HTTP/1.1 101 Switching\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n") with
            {
                Outcome = "InternalError",
                Attempts = FaultCase.Final,
            },
        ];
    }

    private static byte[] ChunkOf(HttpResponse response) =>
        (response with { ContentLength = null, Headers = ["Transfer-Encoding: chunked"], Body = $"3e8\r\n{response.Body}" }).ToBytes();

    private static IEnumerable<FaultCase> Ends(string position, ReadOnlyMemory<byte> sent, string outcome)
    {
        var attempts = outcome == "Added" ? FaultCase.Final : FaultCase.Reconnected;
        yield return new($"closes {position}", outcome, attempts, Behaviour.SendAndEnd(sent, connection => connection.CloseAsync()));
        yield return new($"resets {position}", outcome, attempts, Behaviour.SendAndEnd(sent, connection => connection.ResetAsync()));
        yield return new($"hangs {position}", outcome, FaultCase.Final, Behaviour.SendAndEnd(sent, connection => connection.HangAsync()))
        {
            EndsByDeadline = outcome != "Added",
        };
    }

    private static FaultCase NoHttp(string content, string sent) => new($"responds with {content}", "Unavailable", FaultCase.Retried,
        Behaviour.SendAndEnd(Encoding.Latin1.GetBytes(sent), connection => connection.CloseAsync()));
}
