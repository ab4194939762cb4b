namespace AddUserToGroup.Shared.Faults;

/// <summary>Sound HTTP that is not Cognito's: a proxy's, a captive portal's, another service's.</summary>
internal static class ForeignResponses
{
    /// <summary>Where redirects lead: a name that never resolves (RFC 2606). To follow one is a failure of its own kind.</summary>
    public const string Elsewhere = "http://elsewhere.invalid/";

    private const string NoRequestId = "HTTP 200 without a request id, which is not from Cognito";

    public static IReadOnlyList<FaultCase> Cases(string text)
    {
        var page = new HttpResponse(200, $"<html>{text}</html>") { ContentType = "text/html", RequestId = null };
        return
        [
            new("answers 200 with a captive portal's page", "Unavailable", FaultCase.Final, Respond(page)) { Reason = NoRequestId },
            new("answers 200 with garbage", "Unavailable", FaultCase.Final, Respond(page with { Body = "\0\u0001\u00FF{[" })),
            new("answers 200 with nothing", "Unavailable", FaultCase.Final, Respond(page with { Body = "" })),
            new("answers 200 without a request id", "Unavailable", FaultCase.Final, Respond(HttpResponse.Success with { RequestId = null })),
            new("answers 200 with an empty request id", "Unavailable", FaultCase.Final, Respond(HttpResponse.Success with { RequestId = "" })),
            new("answers 200 as another service would", "Unavailable", FaultCase.Final, Respond(page with
            {
                Body = "<?xml version=\"1.0\"?><ListAllMyBucketsResult/>",
                ContentType = "application/xml",
                Headers = ["x-amz-request-id: 4442587FB7D0A2F9", "Server: AmazonS3"],
            })),
            // Lambda, for one, answers an event that it has queued with 202 and a request id.
            .. ((int[])[201, 202, 204, 206]).Select(status => new FaultCase(
                $"answers {status} with a request id", "Unavailable", FaultCase.Final,
                Respond(new(status) { ContentLength = status == 204 ? null : "0" }))
            {
                Reason = $"HTTP {status}, which is not from Cognito",
            }),
            new("answers 204", "Unavailable", FaultCase.Final, Respond(page with { Status = 204, Body = "", ContentLength = null })),
            .. ((int[])[301, 302, 303, 307, 308]).Select(status => new FaultCase(
                $"redirects with {status}", "InternalError", FaultCase.Final,
                Respond(page with { Status = status, Headers = [$"Location: {Elsewhere}"] })) { Reason = NoCode(status) }),
            .. ((int[])[400, 401, 403, 404, 407]).Select(status => new FaultCase(
                $"answers {status} with a page", "InternalError", FaultCase.Final, Respond(page with { Status = status }))
            {
                Reason = NoCode(status),
            }),
            new("answers 403 with nothing", "InternalError", FaultCase.Final, Respond(page with { Status = 403, Body = "" })),
            new("answers 429 with a page", "Throttled", FaultCase.Retried, Respond(page with { Status = 429 })),
            .. ((int[])[500, 502, 503, 504]).Select(status => new FaultCase(
                $"answers {status} with a page", "Unavailable", FaultCase.Retried, Respond(page with { Status = status }))
            {
                Reason = NoCode(status),
            }),
            new("answers 503 with nothing", "Unavailable", FaultCase.Retried, Respond(page with { Status = 503, Body = "" })),
        ];
    }

    private static string NoCode(int status) => $"no error code (HTTP {status})";

    private static Behaviour Respond(HttpResponse response) => Behaviour.Respond(response);
}
