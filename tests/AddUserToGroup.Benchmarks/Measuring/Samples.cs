namespace AddUserToGroup.Benchmarks.Measuring;

/// <summary>Every metric of every round. What was not measured is not there.</summary>
internal sealed class Samples
{
    private readonly Dictionary<(string Candidate, string Metric), SortedDictionary<int, double>> _values = [];

    public IEnumerable<(string Candidate, string Metric, IReadOnlyDictionary<int, double> Rounds)> All =>
        _values.Select(entry => (entry.Key.Candidate, entry.Key.Metric, (IReadOnlyDictionary<int, double>)entry.Value));

    public void Add(string candidate, string metric, int round, double value)
    {
        if (!_values.TryGetValue((candidate, metric), out var rounds))
        {
            _values[(candidate, metric)] = rounds = [];
        }

        rounds.Add(round, value);
    }

    /// <returns>Null where it was not measured.</returns>
    public double? Median(string candidate, string metric) =>
        _values.TryGetValue((candidate, metric), out var rounds) ? Statistics.Median(rounds.Values) : null;

    /// <summary>
    /// The median of each round's own ratio: what disturbs the machine for a while disturbs both of a round.
    /// </summary>
    /// <returns>Null where no round has both.</returns>
    public double? MedianRatio(string candidate, string other, string metric)
    {
        if (!_values.TryGetValue((candidate, metric), out var rounds)
            || !_values.TryGetValue((other, metric), out var others))
        {
            return null;
        }

        var ratios = rounds
            .Where(round => others.ContainsKey(round.Key))
            .Select(round => round.Value / others[round.Key])
            .ToList();
        return ratios.Count == 0 ? null : Statistics.Median(ratios);
    }
}
