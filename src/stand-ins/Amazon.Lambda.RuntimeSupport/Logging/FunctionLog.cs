using System.Diagnostics.CodeAnalysis;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>
/// Standard output and standard error as Lambda's log: one entry a line, at level Information and Error unless said
/// otherwise.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "It is the console for as long as the process lives.")]
internal sealed class FunctionLog
{
    private readonly LogTextWriter _out;
    private readonly LogTextWriter _error;

    private FunctionLog(TextWriter output, TextWriter error, LogSettings settings)
    {
        _out = new LogTextWriter(output, nameof(Core.LogLevel.Information), settings);
        _error = new LogTextWriter(error, nameof(Core.LogLevel.Error), settings);
    }

    /// <summary>The event being handled, or the last one; null until the first.</summary>
    public Invocation? Invocation
    {
        set => _out.Invocation = _error.Invocation = value;
    }

    [SuppressMessage("Reliability", "CA2000", Justification = "The pipe stays open for as long as the process lives.")]
    public static FunctionLog InPlaceOfConsole()
    {
        var settings = LogSettings.FromEnvironment();
        var telemetry = TelemetryLog.Open();
        var log = telemetry is null
            ? new FunctionLog(Console.Out, Console.Error, settings)
            : new FunctionLog(telemetry, telemetry, settings);

        // Console wraps what it is given in a writer that locks itself. Entries that do not come through Console take
        // the same lock, so that there is only one.
        Console.SetOut(log._out);
        log._out.Lock = Console.Out;
        Console.SetError(log._error);
        log._error.Lock = Console.Error;
        return log;
    }

    public void WriteLine(string level, Exception? exception, string? template, object?[] arguments) =>
        _out.WriteEntry(level, exception, template ?? "", arguments);
}
