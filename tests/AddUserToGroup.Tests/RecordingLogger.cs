using Amazon.Lambda.Core;

namespace AddUserToGroup.Tests;

/// <summary>Keeps what is logged; how the lines look on the way out is the bootstrap's business.</summary>
internal sealed class RecordingLogger : ILambdaLogger
{
    public List<RecordedLine> Lines { get; } = [];

    public void Log(string message) => throw new InvalidOperationException("Only templates are logged.");

    public void LogLine(string message) => throw new InvalidOperationException("Only templates are logged.");

    public void Log(string level, string message, params object?[] args) => Lines.Add(new RecordedLine(level, message, args));
}
