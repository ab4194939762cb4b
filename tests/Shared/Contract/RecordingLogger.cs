using Amazon.Lambda.Core;

namespace AddUserToGroup.Shared.Contract;

/// <summary>A fake of the log: keeps lines with their members, before the runtime formats them.</summary>
internal sealed class RecordingLogger : ILambdaLogger
{
    public List<RecordedLine> Lines { get; } = [];

    public void Log(string message) => throw new ContractBrokenException("Logged without a template.");

    public void LogLine(string message) => throw new ContractBrokenException("Logged without a template.");

    // "addUserToGroup outcome={outcome} …": as many names as values.
    public void Log(string level, string message, params object?[] args)
    {
        var names = message.Split('{').Skip(1).Select(part => part[..part.IndexOf('}', StringComparison.Ordinal)]);
        Lines.Add(new(level, message, names.Zip(args).ToDictionary(pair => pair.First, pair => pair.Second)));
    }
}
