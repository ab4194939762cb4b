using System.Globalization;
using System.Text;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>Time, request ID, level and message, separated by tabs; or the message alone.</summary>
internal static class TextLogFormatter
{
    public static string Format(LogEntry entry, bool withPrefix)
    {
        var message = entry.Template.Render(entry.Arguments);
        var line = new StringBuilder();
        if (withPrefix)
        {
            line.Append(entry.Time.ToString(LogEntry.DateTimeFormat, CultureInfo.InvariantCulture))
                .Append('\t').Append(entry.Invocation?.RequestId)
                .Append('\t').Append(Label(entry.Level))
                .Append('\t');
        }

        line.Append(message);
        if (entry.Exception is not null)
        {
            if (message.Length > 0)
            {
                line.Append('\n');
            }

            line.Append(entry.Exception);
        }

        return line.ToString();
    }

    private static string Label(LogLevel level) => level switch
    {
        LogLevel.Trace => "trce",
        LogLevel.Debug => "dbug",
        LogLevel.Information => "info",
        LogLevel.Warning => "warn",
        LogLevel.Error => "fail",
        LogLevel.Critical => "crit",
        _ => level.ToString(),
    };
}
