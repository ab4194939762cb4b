using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

internal sealed class LambdaConsoleLogger(FunctionLog log) : ILambdaLogger
{
    public void Log(string message) => Console.Write(message);

    public void LogLine(string message) => log.WriteLine(nameof(LogLevel.Information), null, message, []);

    public void Log(string level, string message) => log.WriteLine(level, null, message, []);

    public void Log(string level, string message, params object?[] args) => log.WriteLine(level, null, message, args);

    public void Log(string level, Exception exception, string message, params object?[] args) =>
        log.WriteLine(level, exception, message, args);
}
