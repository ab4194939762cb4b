using System.Globalization;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>One event and the Runtime API's headers.</summary>
internal sealed record Invocation(string RequestId, string? TraceId, DateTimeOffset Deadline, MemoryStream Event)
{
    /// <param name="milliseconds">Since 1970. Zero, long past, if the header is missing or is no number.</param>
    public static DateTimeOffset ReadDeadline(string? milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(
        long.TryParse(milliseconds, NumberStyles.Integer, CultureInfo.InvariantCulture, out var unixTime) ? unixTime : 0);
}
