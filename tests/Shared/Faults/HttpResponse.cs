using System.Globalization;
using System.Text;

namespace AddUserToGroup.Shared.Faults;

/// <summary>An HTTP response like Cognito's, except for what a test changes.</summary>
internal sealed record HttpResponse(int Status, string Body = "")
{
    public static HttpResponse Success => new(200, "{}");

    public string ContentType { get; init; } = "application/x-amz-json-1.1";

    /// <summary>Null to omit it.</summary>
    public string? RequestId { get; init; } = "cognito-1";

    /// <summary>Null to omit it; empty for the body's length.</summary>
    public string? ContentLength { get; init; } = "";

    /// <summary>More header lines.</summary>
    public IReadOnlyList<string> Headers { get; init; } = [];

    /// <summary>An error in AWS's JSON 1.1 protocol.</summary>
    public static HttpResponse Error(int status, string code, string message) =>
        new(status, $$"""{"__type":"{{code}}","message":"{{message}}"}""");

    public byte[] ToBytes()
    {
        var length = ContentLength is "" ? Encoding.UTF8.GetByteCount(Body).ToString(CultureInfo.InvariantCulture) : ContentLength;
        string?[] lines =
        [
            $"HTTP/1.1 {Status} Status",
            $"Content-Type: {ContentType}",
            RequestId is null ? null : $"x-amzn-RequestId: {RequestId}",
            length is null ? null : $"Content-Length: {length}",
            .. Headers,
        ];
        var head = string.Concat(lines.Where(line => line is not null).Select(line => $"{line}\r\n"));
        return [.. Encoding.Latin1.GetBytes($"{head}\r\n"), .. Encoding.UTF8.GetBytes(Body)];
    }
}
