using Microsoft.AspNetCore.Http.Features;

namespace AddUserToGroup.Local.Lambda;

/// <summary>Lambda's limits for a synchronous invocation.</summary>
internal static class PayloadLimit
{
    /// <summary>Of an event, in bytes: 6 MB. Source: https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html</summary>
    public const int Request = 6 * 1024 * 1024;

    /// <summary>Of an answer, in bytes: what AWS's own emulator lets through, and names where it does not.</summary>
    public const int Response = Request + 100;

    /// <summary>
    /// Reads a request's body to its end, so that a client that sends too much still gets to read the answer, and keeps
    /// no more of it than the limit allows.
    /// </summary>
    /// <returns>The body, or null where it is too large; and its length in bytes.</returns>
    public static async Task<(ReadOnlyMemory<byte>? Body, long Length)> ReadAsync(HttpContext context, int limit)
    {
        context.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = null;
        using var kept = new MemoryStream();
        var length = 0L;
        var buffer = new byte[81920];
        while (await context.Request.Body.ReadAsync(buffer, context.RequestAborted) is > 0 and var read)
        {
            length += read;
            if (length <= limit)
            {
                await kept.WriteAsync(buffer.AsMemory(0, read), context.RequestAborted);
            }
        }

        return (length <= limit ? kept.ToArray() : default(ReadOnlyMemory<byte>?), length);
    }
}
