using System.Globalization;
using System.Text;

namespace AddUserToGroup.Shared.Faults;

/// <summary>An HTTP response as Cognito would give it, but for what a test says is different.</summary>
internal sealed record HttpResponse(int Status, string Body = "")
{
    /// <summary>What Cognito answers where it has added the user.</summary>
    public static HttpResponse Success => new(200, "{}");

    public string? ContentType { get; init; } = "application/x-amz-json-1.1";

    /// <summary>Null to leave it out.</summary>
    public string? RequestId { get; init; } = "cognito-1";

    /// <summary>What is claimed; the body's own length where nothing is said. Null to leave it out.</summary>
    public string? ContentLength { get; init; } = "";

    /// <summary>More header lines, as they are to stand there.</summary>
    public IReadOnlyList<string> Headers { get; init; } = [];

    /// <summary>An error in AWS's JSON 1.1 protocol.</summary>
    public static HttpResponse Error(int status, string code, string message) =>
        new(status, $$"""{"__type":"{{code}}","message":"{{message}}"}""");

    public byte[] ToBytes()
    {
        var length = ContentLength is "" ? Encoding.UTF8.GetByteCount(Body).ToString(CultureInfo.InvariantCulture) : ContentLength;
        string?[] headers =
        [
            $"HTTP/1.1 {Status} Status",
            RequestId is null ? null : $"x-amzn-RequestId: {RequestId}",
            ContentType is null ? null : $"Content-Type: {ContentType}",
            length is null ? null : $"Content-Length: {length}",
            .. Headers,
        ];
        return [
            .. Encoding.Latin1.GetBytes(string.Concat(headers.Where(header => header is not null).Select(header => $"{header}\r\n"))),
            .. "\r\n"u8,
            .. Encoding.UTF8.GetBytes(Body),
        ];
    }
}
