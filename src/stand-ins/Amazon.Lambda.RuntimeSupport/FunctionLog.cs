using System.Buffers;
using System.Collections;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>
/// Lambda's log in JSON, one line for each entry, on standard output: Lambda's members, the exception's, and one for each
/// placeholder of the template that has a value. There is no other format here.
/// </summary>
internal sealed class FunctionLog : ILambdaLogger
{
    private readonly LogLevel _minimum = MinimumLevel();

    /// <summary>The event being handled, or the last one; null until the first.</summary>
    public Invocation? Invocation { private get; set; }

    public void Log(string message) => Console.Write(message);

    public void LogLine(string message) => Write(nameof(LogLevel.Information), null, message, []);

    public void Log(string level, string message, params object?[] args) => Write(level, null, message, args);

    public void Log(Exception unhandled) => Write(nameof(LogLevel.Error), unhandled, "", []);

    private void Write(string level, Exception? exception, string text, object?[] arguments)
    {
        // An unknown level is never filtered out, and is shown as the lowest.
        if (Enum.TryParse<LogLevel>(level, ignoreCase: true, out var known) && known < _minimum)
        {
            return;
        }

        var template = MessageTemplate.Parse(text, arguments);
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer);
        writer.WriteStartObject();
        writer.WriteString("timestamp", DateTime.UtcNow.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture));
        writer.WriteString("level", known.ToString());
        if (Invocation is not null)
        {
            writer.WriteString("requestId", Invocation.RequestId);
            if (Invocation.TraceId is { Length: > 0 } traceId)
            {
                writer.WriteString("traceId", traceId);
            }
        }

        writer.WriteString("message", template.Message);
        foreach (var (name, argument) in template.Members)
        {
            writer.WritePropertyName(name);
            WriteValue(writer, argument);
        }

        if (exception is not null)
        {
            WriteException(writer, exception);
        }

        writer.WriteEndObject();
        writer.Flush();
        Console.WriteLine(Encoding.UTF8.GetString(buffer.WrittenSpan));
    }

    private static void WriteValue(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null: writer.WriteNullValue(); break;
            case double number: writer.WriteNumberValue(number); break;
            case IList list:
                writer.WriteStartArray();
                foreach (var item in list)
                {
                    WriteValue(writer, item);
                }

                writer.WriteEndArray();
                break;
            default: writer.WriteStringValue(Convert.ToString(value, CultureInfo.InvariantCulture)); break;
        }
    }

    private static void WriteException(Utf8JsonWriter writer, Exception exception)
    {
        writer.WriteString("errorType", exception.GetType().FullName);
        writer.WriteString("errorMessage", exception.Message);
        writer.WriteStartArray("stackTrace");
        foreach (var line in exception.ToString().Split('\n'))
        {
            writer.WriteStringValue(line.Trim());
        }

        writer.WriteEndArray();
    }

    // AWS_LAMBDA_HANDLER_LOG_LEVEL or, where that is unset, AWS_LAMBDA_LOG_LEVEL, which Lambda sets.
    private static LogLevel MinimumLevel()
    {
        var name = Environment.GetEnvironmentVariable("AWS_LAMBDA_HANDLER_LOG_LEVEL") is { Length: > 0 } own
            ? own
            : Environment.GetEnvironmentVariable("AWS_LAMBDA_LOG_LEVEL");
        return name?.ToUpperInvariant() switch
        {
            "FATAL" => LogLevel.Critical,
            "WARN" => LogLevel.Warning,
            _ => Enum.TryParse<LogLevel>(name, ignoreCase: true, out var level) ? level : LogLevel.Information,
        };
    }
}
