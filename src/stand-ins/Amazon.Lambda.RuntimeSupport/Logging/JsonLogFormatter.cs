using System.Buffers;
using System.Collections;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>One JSON object: Lambda's members, one for each placeholder that has a value, the exception's.</summary>
internal static class JsonLogFormatter
{
    public static string Format(LogEntry entry)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer);
        writer.WriteStartObject();
        writer.WriteString("timestamp", entry.Time.ToString(LogEntry.DateTimeFormat, CultureInfo.InvariantCulture));
        writer.WriteString("level", entry.Level.ToString());
        WriteUnlessEmpty(writer, "requestId", entry.Invocation?.RequestId);
        WriteUnlessEmpty(writer, "tenantId", entry.Invocation?.TenantId);
        WriteUnlessEmpty(writer, "traceId", entry.Invocation?.TraceId);
        writer.WriteString("message", entry.Template.Render(entry.Arguments));
        foreach (var (placeholder, argument) in entry.Template.Pairs(entry.Arguments))
        {
            if (argument is not null)
            {
                WriteArgument(writer, placeholder, argument);
            }
        }

        if (entry.Exception is not null)
        {
            WriteException(writer, entry.Exception);
        }

        writer.WriteEndObject();
        writer.Flush();
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void WriteUnlessEmpty(Utf8JsonWriter writer, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            writer.WriteString(name, value);
        }
    }

    private static void WriteArgument(Utf8JsonWriter writer, Placeholder placeholder, object argument)
    {
        writer.WritePropertyName(placeholder.Name);
        switch (argument)
        {
            case IList list and not IList<byte>:
                writer.WriteStartArray();
                foreach (var item in list)
                {
                    WriteValue(writer, item, placeholder);
                }

                writer.WriteEndArray();
                break;
            case IDictionary dictionary:
                writer.WriteStartObject();
                foreach (DictionaryEntry member in dictionary)
                {
                    writer.WritePropertyName(member.Key.ToString() ?? "");
                    WriteValue(writer, member.Value, placeholder);
                }

                writer.WriteEndObject();
                break;
            default:
                WriteValue(writer, argument, placeholder);
                break;
        }
    }

    private static void WriteValue(Utf8JsonWriter writer, object? value, Placeholder placeholder)
    {
        switch (value)
        {
            case null: writer.WriteNullValue(); break;
            case not null when placeholder.AsText: writer.WriteStringValue(value.ToString()); break;
            case not null when placeholder.Format is { } format:
                writer.WriteStringValue(LogValue.Formatted(value, format));
                break;
            case bool boolean: writer.WriteBooleanValue(boolean); break;
            case byte or sbyte or short or ushort or int or uint or long:
                writer.WriteNumberValue(Convert.ToInt64(value, null));
                break;
            case ulong number: writer.WriteNumberValue(number); break;
            case decimal number: writer.WriteNumberValue(number); break;
            case double number: writer.WriteNumberValue(number); break;
            case float number: writer.WriteNumberValue(number); break;
            default: writer.WriteStringValue(LogValue.Text(value)); break;
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
}
