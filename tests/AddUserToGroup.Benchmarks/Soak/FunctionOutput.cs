using System.Collections.Concurrent;
using System.Diagnostics;

namespace AddUserToGroup.Benchmarks.Soak;

/// <summary>Every line that the function writes, in its order, to standard output or standard error.</summary>
internal sealed class FunctionOutput
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly BlockingCollection<string> _lines = [];
    private readonly Thread[] _readers;

    public FunctionOutput(Process process)
    {
        _readers = [Read(process.StandardOutput), Read(process.StandardError)];
    }

    /// <returns>The next line; null where none came for half a minute.</returns>
    public string? Take() => _lines.TryTake(out var line, Patience) ? line : null;

    /// <summary>What is left when the process has ended.</summary>
    public IReadOnlyList<string> TakeRest()
    {
        Array.ForEach(_readers, reader => reader.Join());
        return [.. _lines];
    }

    private Thread Read(StreamReader stream)
    {
        var reader = new Thread(() =>
        {
            while (stream.ReadLine() is { } line)
            {
                _lines.Add(line);
            }
        })
        { IsBackground = true };
        reader.Start();
        return reader;
    }
}
