namespace Amazon.Lambda.Core;

/// <summary>
/// The function's log. Templates name their values: <c>Log(LogLevel.Information, "{outcome}", outcome)</c>; in the JSON
/// log format each becomes a member of the line.
/// </summary>
public interface ILambdaLogger
{
    /// <summary>Writes the text as it is: no line end, no prefix, no level.</summary>
    void Log(string message);

    void LogLine(string message);

    /// <summary>Amazon's default calls itself: an implementation that receives templates must override it.</summary>
    void Log(string level, string message, params object?[] args) => Log(level, message, args);

    void Log(LogLevel level, string message, params object?[] args) => Log(level.ToString(), message, args);
}
