using System.Buffers;
using System.Diagnostics;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>The JSON that tells Lambda, and through it the caller, about an exception. At most 256 KB.</summary>
internal static class ErrorDocument
{
    private const int Limit = 256 * 1024;

    private static ReadOnlySpan<byte> TooLarge =>
        "{\"errorMessage\":\"Exception exceeded maximum payload size of 256KB.\"}"u8;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Of(Exception exception)
    {
        var document = Write(exception, Limit);
        return document.Length < Limit ? document.ToArray() : TooLarge.ToArray();
    }

    /// <summary>What is no visible text at either end goes; line ends and control characters stay.</summary>
    internal static string Trim(string text)
    {
        var start = 0;
        var end = text.Length;
        while (start < end && IsTrimmed(text[start]))
        {
            start++;
        }

        while (end > start && IsTrimmed(text[end - 1]))
        {
            end--;
        }

        return text[start..end];

        static bool IsTrimmed(char character) =>
            character >= ' ' && char.IsWhiteSpace(character) && character is not ('\u0085' or '\u2028' or '\u2029');
    }

    private static ReadOnlySpan<byte> Write(Exception exception, int room)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer, Options);
        writer.WriteStartObject();
        writer.WriteString("errorType", exception.GetType().Name);
        writer.WriteString("errorMessage", Trim(exception.Message));
        WriteStackTrace(writer, exception);
        if (exception.InnerException is { } cause)
        {
            writer.WritePropertyName("cause");
            WriteInner(writer, cause, room);
        }

        if (exception is AggregateException { InnerExceptions: { Count: > 0 } causes })
        {
            writer.WriteStartArray("causes");
            foreach (var inner in causes)
            {
                if (!WriteInner(writer, inner, room))
                {
                    break;
                }
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenSpan;
    }

    private static bool WriteInner(Utf8JsonWriter writer, Exception exception, int room)
    {
        var left = room - (int)(writer.BytesCommitted + writer.BytesPending);
        var document = left > 0 ? Write(exception, left) : default;
        var fits = left > 0 && document.Length < left;
        writer.WriteRawValue(fits ? document : TooLarge, skipInputValidation: true);
        return fits;
    }

    private static void WriteStackTrace(Utf8JsonWriter writer, Exception exception)
    {
        if (string.IsNullOrEmpty(exception.StackTrace))
        {
            return;
        }

        var lines = new StackTrace(exception, fNeedFileInfo: true).ToString()
            .Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (lines.Length == 0)
        {
            return;
        }

        writer.WriteStartArray("stackTrace");
        foreach (var line in lines)
        {
            writer.WriteStringValue(line);
        }

        writer.WriteEndArray();
    }
}
