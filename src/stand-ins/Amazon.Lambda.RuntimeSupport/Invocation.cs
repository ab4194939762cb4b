using System.Globalization;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>One event and what the Runtime API's headers say about it.</summary>
internal sealed class Invocation(
    string requestId, string? traceId, string? tenantId, string? deadline, MemoryStream @event) : IDisposable
{
    public string RequestId { get; } = requestId;

    public string? TraceId { get; } = traceId;

    public string? TenantId { get; } = tenantId;

    /// <summary>Zero, long past, if the header is missing or is no number.</summary>
    public DateTimeOffset Deadline { get; } = DateTimeOffset.FromUnixTimeMilliseconds(
        long.TryParse(deadline, NumberStyles.Integer, CultureInfo.InvariantCulture, out var unixTime) ? unixTime : 0);

    public MemoryStream Event { get; } = @event;

    public void Dispose() => Event.Dispose();
}
