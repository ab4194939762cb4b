using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>From AWS_LAMBDA_HANDLER_LOG_* and, where those are unset, AWS_LAMBDA_LOG_*, which Lambda sets.</summary>
internal sealed record LogSettings(LogLevel Minimum, LogFormat Format)
{
    public static LogSettings FromEnvironment() => new(
        Read("LEVEL")?.ToUpperInvariant() switch
        {
            null => LogLevel.Information,
            "FATAL" => LogLevel.Critical,
            "WARN" => LogLevel.Warning,
            var name => Enum.TryParse<LogLevel>(name, ignoreCase: true, out var level) ? level : LogLevel.Information,
        },
        Enum.TryParse<LogFormat>(Read("FORMAT"), ignoreCase: true, out var format) ? format : LogFormat.Default);

    private static string? Read(string name) =>
        NullIfEmpty(Environment.GetEnvironmentVariable($"AWS_LAMBDA_HANDLER_LOG_{name}"))
        ?? NullIfEmpty(Environment.GetEnvironmentVariable($"AWS_LAMBDA_LOG_{name}"));

    private static string? NullIfEmpty(string? value) => string.IsNullOrEmpty(value) ? null : value;
}
