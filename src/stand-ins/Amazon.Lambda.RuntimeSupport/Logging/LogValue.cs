using System.Globalization;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>How a value that JSON has no type for is written.</summary>
internal static class LogValue
{
    private const int MostBytesShown = 16;

    public static string Text(object value) => value switch
    {
        DateTime time => time.ToString(LogEntry.DateTimeFormat, CultureInfo.InvariantCulture),
        DateTimeOffset time => time.ToString(LogEntry.DateTimeFormat, CultureInfo.InvariantCulture),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm:ss.fff", CultureInfo.InvariantCulture),
        byte[] bytes => Hexadecimal(bytes),
        ReadOnlyMemory<byte> bytes => Hexadecimal(bytes.Span),
        Memory<byte> bytes => Hexadecimal(bytes.Span),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    public static string Formatted(object value, string format)
    {
        try
        {
            return string.Format(CultureInfo.CurrentCulture, $"{{0:{format}}}", value);
        }
        catch (FormatException)
        {
            return value.ToString() ?? "";
        }
    }

    public static string Hexadecimal(ReadOnlySpan<byte> bytes) => bytes.Length <= MostBytesShown
        ? Convert.ToHexString(bytes)
        : string.Create(
            CultureInfo.InvariantCulture, $"{Convert.ToHexString(bytes[..MostBytesShown])}... ({bytes.Length} bytes)");
}
