using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>The JSON, on one line, from which X-Ray shows where an exception came from.</summary>
internal static class XRayCause
{
    public static string Of(Exception exception)
    {
        var frames = string.IsNullOrEmpty(exception.StackTrace) ? [] : new StackTrace(exception, true).GetFrames();
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(
            buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartObject();
            writer.WriteString("working_directory", Directory.GetCurrentDirectory());
            writer.WriteStartArray("exceptions");
            writer.WriteStartObject();
            writer.WriteString("type", exception.GetType().Name);
            writer.WriteString("message", ErrorDocument.Trim(exception.Message));
            WriteStack(writer, frames);
            writer.WriteEndObject();
            writer.WriteEndArray();
            writer.WriteStartArray("paths");
            foreach (var path in frames.Select(frame => frame.GetFileName()).OfType<string>().Distinct())
            {
                writer.WriteStringValue(path);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private static void WriteStack(Utf8JsonWriter writer, StackFrame[] frames)
    {
        if (frames.Length == 0)
        {
            return;
        }

        writer.WriteStartArray("stack");
        foreach (var frame in frames)
        {
            writer.WriteStartObject();
            if (frame.GetFileName() is { } path)
            {
                writer.WriteString("path", path);
            }

            writer.WriteString("label", Label(frame));
            if (frame.GetFileName() is not null)
            {
                writer.WriteNumber("line", frame.GetFileLineNumber());
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "A method that was trimmed is said to be so.")]
    private static string Label(StackFrame frame) => frame.GetMethod() switch
    {
        null => "Method has been trimmed",
        { DeclaringType: { } type } method => $"{type.Name}.{method.Name}",
        var method => method.Name,
    };
}
