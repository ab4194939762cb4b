namespace AddUserToGroup.Benchmarks.Measuring;

/// <summary>Every measured value, by candidate, metric and round.</summary>
internal sealed class Measurements
{
    private readonly Dictionary<(string Candidate, string Metric), SortedDictionary<int, double>> _values = [];

    public IEnumerable<(string Candidate, string Metric, IReadOnlyCollection<double> Values)> All =>
        _values.Select(pair => (pair.Key.Candidate, pair.Key.Metric, (IReadOnlyCollection<double>)pair.Value.Values));

    public void Add(string candidate, string metric, int round, double value)
    {
        if (!_values.TryGetValue((candidate, metric), out var rounds))
        {
            _values[(candidate, metric)] = rounds = [];
        }

        rounds[round] = value;
    }

    /// <returns>Null if nothing was measured.</returns>
    public double? Median(string candidate, string metric) =>
        _values.TryGetValue((candidate, metric), out var rounds) ? Median(rounds.Values) : null;

    /// <summary>The median of the ratios within each round: a disturbance of the machine affects both values of a round.</summary>
    /// <returns>Null if no round has both.</returns>
    public double? MedianRatio(string candidate, string baseline, string metric)
    {
        var values = _values.GetValueOrDefault((candidate, metric)) ?? [];
        var others = _values.GetValueOrDefault((baseline, metric)) ?? [];
        var ratios = values.Where(round => others.ContainsKey(round.Key)).Select(round => round.Value / others[round.Key]).ToList();
        return ratios.Count == 0 ? null : Median(ratios);
    }

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}
