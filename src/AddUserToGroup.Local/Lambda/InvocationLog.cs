namespace AddUserToGroup.Local.Lambda;

/// <summary>Keeps what the function writes during one invocation.</summary>
internal sealed class InvocationLog
{
    // A line that was written before the answer was sent is in the pipe by then, but perhaps not yet read from it.
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(20);

    private readonly Lock _lock = new();
    private readonly List<string> _lines = [];

    public void Add(string line)
    {
        lock (_lock)
        {
            _lines.Add(line);
        }
    }

    /// <summary>Waits until the function has written nothing for a moment.</summary>
    public async Task SettleAsync()
    {
        for (var before = -1; before != Count;)
        {
            before = Count;
            await Task.Delay(Quiet);
        }
    }

    /// <summary>Takes what the function wrote, and forgets it.</summary>
    public string Take()
    {
        lock (_lock)
        {
            var text = string.Join('\n', _lines);
            _lines.Clear();
            return text;
        }
    }

    private int Count
    {
        get
        {
            lock (_lock)
            {
                return _lines.Count;
            }
        }
    }
}
