using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>Lambda's log pipe, whose frames keep an entry of many lines together.</summary>
internal static class TelemetryLog
{
    // CloudWatch Logs takes 256 KiB an event, 26 bytes of them its own.
    private const int LargestEntry = (256 * 1024) - 26;

    /// <returns>Null where Lambda offers no pipe, or one that cannot be used.</returns>
    [SuppressMessage("Reliability", "CA2000", Justification = "The pipe stays open for as long as the process lives.")]
    public static StreamWriter? Open()
    {
        if (Environment.GetEnvironmentVariable("_LAMBDA_TELEMETRY_LOG_FD") is not { } descriptor)
        {
            return null;
        }

        try
        {
            var handle = new SafeFileHandle(int.Parse(descriptor, CultureInfo.InvariantCulture), ownsHandle: false);
            var pipe = new FileStream(handle, FileAccess.Write);
            var format = Environment.GetEnvironmentVariable("AWS_LAMBDA_LOG_FORMAT");
            var isJson = string.Equals(format, "Json", StringComparison.OrdinalIgnoreCase);
            var frames = new TelemetryLogStream(pipe, isJson);
            return new StreamWriter(frames, new UTF8Encoding(false), LargestEntry) { AutoFlush = true };
        }
        catch (Exception)
        {
            return null;
        }
    }
}
