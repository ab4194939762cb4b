using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

internal readonly record struct LogEntry(
    DateTime Time,
    LogLevel Level,
    Invocation? Invocation,
    MessageTemplate Template,
    object?[] Arguments,
    Exception? Exception)
{
    public const string DateTimeFormat = "yyyy-MM-ddTHH:mm:ss.fffZ";
}
