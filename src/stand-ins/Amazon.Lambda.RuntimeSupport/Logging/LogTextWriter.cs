using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>Makes a log entry of every WriteLine; Write passes text through as it is.</summary>
[SuppressMessage("Usage", "CA2213", Justification = "The console's writers are not this one's to dispose.")]
internal sealed class LogTextWriter(TextWriter inner, string defaultLevel, LogSettings settings)
    : TextWriter(CultureInfo.InvariantCulture)
{
    public object Lock { get; set; } = new();

    public Invocation? Invocation { get; set; }

    public override Encoding Encoding => inner.Encoding;

    public void WriteEntry(string? level, Exception? exception, string template, object?[] arguments)
    {
        lock (Lock)
        {
            // A level that is not one is never filtered out, and shown as the lowest.
            if (Enum.TryParse<LogLevel>(level, ignoreCase: true, out var known) && known < settings.Minimum)
            {
                return;
            }

            var entry = new LogEntry(
                DateTime.UtcNow, known, Invocation, MessageTemplate.Parse(template, arguments), arguments, exception);
            inner.WriteLine(settings.Format == LogFormat.Json
                ? JsonLogFormatter.Format(entry)
                : TextLogFormatter.Format(entry, withPrefix: settings.Format != LogFormat.Unformatted));
        }
    }

    public override void Write(char value) => inner.Write(value);

    public override void Write(string? value) => inner.Write(value);

    public override void Write(char[] buffer, int index, int count) => inner.Write(buffer, index, count);

    public override void Write(ReadOnlySpan<char> buffer) => inner.Write(buffer);

    public override void Flush() => inner.Flush();

    public override Task FlushAsync() => inner.FlushAsync();

    public override void WriteLine() => WriteMessage("");

    public override void WriteLine(bool value) => WriteMessage(value.ToString());

    public override void WriteLine(char value) => WriteMessage(value.ToString());

    public override void WriteLine(char[]? buffer) => WriteMessage(new string(buffer));

    public override void WriteLine(char[] buffer, int index, int count) =>
        WriteMessage(new string(buffer, index, count));

    public override void WriteLine(ReadOnlySpan<char> buffer) => WriteMessage(new string(buffer));

    public override void WriteLine(decimal value) => WriteMessage(value.ToString(FormatProvider));

    public override void WriteLine(double value) => WriteMessage(value.ToString(FormatProvider));

    public override void WriteLine(float value) => WriteMessage(value.ToString(FormatProvider));

    public override void WriteLine(int value) => WriteMessage(value.ToString(FormatProvider));

    public override void WriteLine(uint value) => WriteMessage(value.ToString(FormatProvider));

    public override void WriteLine(long value) => WriteMessage(value.ToString(FormatProvider));

    public override void WriteLine(ulong value) => WriteMessage(value.ToString(FormatProvider));

    public override void WriteLine(object? value) => WriteMessage(value?.ToString() ?? "");

    public override void WriteLine(string? value) => WriteMessage(value ?? "");

    public override void WriteLine(StringBuilder? value) => WriteMessage(value?.ToString() ?? "");

    public override void WriteLine(string format, object? arg0) =>
        WriteMessage(string.Format(FormatProvider, format, arg0));

    public override void WriteLine(string format, object? arg0, object? arg1) =>
        WriteMessage(string.Format(FormatProvider, format, arg0, arg1));

    public override void WriteLine(string format, object? arg0, object? arg1, object? arg2) =>
        WriteMessage(string.Format(FormatProvider, format, arg0, arg1, arg2));

    public override void WriteLine(string format, params object?[] arg) =>
        WriteMessage(string.Format(FormatProvider, format, arg));

    public override Task WriteLineAsync() => WriteMessageAsync("");

    public override Task WriteLineAsync(char value) => WriteMessageAsync(value.ToString());

    public override Task WriteLineAsync(string? value) => WriteMessageAsync(value ?? "");

    public override Task WriteLineAsync(char[] buffer, int index, int count) =>
        WriteMessageAsync(new string(buffer, index, count));

    public override Task WriteLineAsync(ReadOnlyMemory<char> buffer, CancellationToken cancellationToken = default) =>
        WriteMessageAsync(new string(buffer.Span));

    public override Task WriteLineAsync(StringBuilder? value, CancellationToken cancellationToken = default) =>
        WriteMessageAsync(value?.ToString() ?? "");

    private void WriteMessage(string message) => WriteEntry(defaultLevel, null, message, []);

    private Task WriteMessageAsync(string message)
    {
        WriteMessage(message);
        return Task.CompletedTask;
    }
}
