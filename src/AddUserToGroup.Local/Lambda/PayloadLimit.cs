using Microsoft.AspNetCore.Http.Features;

namespace AddUserToGroup.Local.Lambda;

/// <summary>Lambda's limit for a synchronous invocation, in either direction.</summary>
internal static class PayloadLimit
{
    /// <summary>6 MB. Source: https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html</summary>
    public const int Bytes = 6 * 1024 * 1024;

    /// <summary>
    /// Reads a request's body to its end, so that a client that sends too much still gets to read the answer, and keeps
    /// no more of it than the limit allows.
    /// </summary>
    /// <returns>The body, or null where it is too large; and its length in bytes.</returns>
    public static async Task<(ReadOnlyMemory<byte>? Body, long Length)> ReadAsync(HttpContext context)
    {
        context.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = null;
        using var kept = new MemoryStream();
        var length = 0L;
        var buffer = new byte[81920];
        while (await context.Request.Body.ReadAsync(buffer, context.RequestAborted) is > 0 and var read)
        {
            length += read;
            if (length <= Bytes)
            {
                await kept.WriteAsync(buffer.AsMemory(0, read), context.RequestAborted);
            }
        }

        return (length <= Bytes ? kept.ToArray() : default(ReadOnlyMemory<byte>?), length);
    }
}
