using Microsoft.AspNetCore.Http;

namespace AddUserToGroup.Tests.StandIns;

/// <summary>What the Runtime API answers to a request for the next event.</summary>
internal sealed record RuntimeEvent(string Body = "{}", string? RequestId = "request-1")
{
    public int Status { get; init; } = 200;

    public string? TraceId { get; init; }

    public DateTimeOffset? Deadline { get; init; }

    public async Task SendAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        context.Response.StatusCode = Status;
        if (RequestId is not null)
        {
            headers["Lambda-Runtime-Aws-Request-Id"] = RequestId;
        }

        if (TraceId is not null)
        {
            headers["Lambda-Runtime-Trace-Id"] = TraceId;
        }

        if (Deadline is { } deadline)
        {
            headers["Lambda-Runtime-Deadline-Ms"] = $"{deadline.ToUnixTimeMilliseconds()}";
        }

        if (Status != 204)
        {
            await context.Response.WriteAsync(Body);
        }
    }
}
