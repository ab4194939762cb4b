namespace AddUserToGroup.Shared.Faults;

/// <summary>Valid HTTP that is not Cognito's: from a proxy, a captive portal or another service.</summary>
internal static class ForeignResponses
{
    private static readonly HttpResponse Page = new(200) { ContentType = "text/html", RequestId = null };

    public static IReadOnlyList<FaultCase> Cases(string text)
    {
        var html = $"<html>{text}</html>";
        return
        [
            WithoutRequestId("a captive portal's page", Page with { Body = html }),
            WithoutRequestId("garbage", Page with { Body = "\0\u0001\u00FF{[" }),
            WithoutRequestId("nothing", Page),
            WithoutRequestId("Cognito's body alone", HttpResponse.Success with { RequestId = null }),
            WithoutRequestId("an empty request id", HttpResponse.Success with { RequestId = "" }),
            WithoutRequestId("an error's body", HttpResponse.Error(200, "UserNotFoundException", text) with { RequestId = null }),
            WithoutRequestId("another service's body and id", new(200, "<?xml version=\"1.0\"?><ListAllMyBucketsResult/>")
            {
                ContentType = "application/xml",
                RequestId = null,
                Headers = ["x-amz-request-id: 4442587FB7D0A2F9", "Server: AmazonS3"],
            }),
            // Lambda responds with 202 and a request id to an event that it has queued.
            .. ((int[])[201, 202, 204, 206]).Select(status => new FaultCase(
                $"responds {status} with a request id", "Unavailable", FaultCase.Final,
                Behaviour.Respond(new(status) { ContentLength = status == 204 ? null : "0" }))
            {
                Reason = $"HTTP {status}, which is not from Cognito",
            }),
            // The name never resolves (RFC 2606): following the redirect would be Unavailable.
            .. NoCode("a redirect", "InternalError", FaultCase.Final, Page with { Headers = ["Location: http://elsewhere.invalid/"] }, 301, 302, 303, 307, 308),
            .. NoCode("nothing", "InternalError", FaultCase.Final, Page, 403, 499),
            .. NoCode("a page", "InternalError", FaultCase.Final, Page with { Body = html }, 400, 401, 403, 404, 407),
            .. NoCode("a page", "Throttled", FaultCase.Retried, Page with { Body = html }, 429),
            .. NoCode("a page", "Unavailable", FaultCase.Retried, Page with { Body = html }, 500, 502, 503, 504, 599),
            .. NoCode("nothing", "Unavailable", FaultCase.Retried, Page, 503),
        ];
    }

    private static FaultCase WithoutRequestId(string content, HttpResponse response) =>
        new($"responds 200 with {content}", "Unavailable", FaultCase.Final, Behaviour.Respond(response))
        {
            Reason = "HTTP 200 without a request id, which is not from Cognito",
        };

    private static IEnumerable<FaultCase> NoCode(
        string content, string outcome, int attempts, HttpResponse response, params int[] statuses) =>
        statuses.Select(status => new FaultCase(
            $"responds {status} with {content}", outcome, attempts, Behaviour.Respond(response with { Status = status }))
        {
            Reason = $"no error code (HTTP {status})",
        });
}
