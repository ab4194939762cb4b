using System.Diagnostics;

namespace AddUserToGroup.Benchmarks.Endpoints;

/// <summary>A number of invocations, one after the other, with the time and the response of each.</summary>
internal sealed class InvocationBatch(int first, int count)
{
    private readonly long[] _handedOver = new long[count];
    private readonly long[] _completed = new long[count];
    private readonly InvocationResponse[] _responses = new InvocationResponse[count];
    private int _taken;
    private int _done;

    public int First { get; } = first;

    public int Count { get; } = count;

    public bool IsTaken => _taken == Count;

    public bool IsDone => _done == Count;

    public IReadOnlyList<InvocationResponse> Responses => _responses;

    /// <summary>From handing an event over to having its response, in the order of the events.</summary>
    public IEnumerable<TimeSpan> Durations => _handedOver.Zip(_completed, Stopwatch.GetElapsedTime);

    /// <summary>From the first event to the last response.</summary>
    public TimeSpan Duration => Stopwatch.GetElapsedTime(_handedOver[0], _completed[^1]);

    /// <summary>The number of the event that is to be handed over next.</summary>
    public int Next => First + _taken;

    public void HandOver() => _handedOver[_taken++] = Stopwatch.GetTimestamp();

    public void Complete(long timestamp, InvocationResponse response)
    {
        _completed[_done] = timestamp;
        _responses[_done++] = response;
    }
}
