namespace AddUserToGroup.Benchmarks.Measuring;

/// <summary>Which candidates could not be built or did something wrong. What was measured before does not count.</summary>
internal sealed class Failures
{
    private readonly SortedDictionary<string, string> _reasons = new(StringComparer.Ordinal);

    /// <summary>A sentence each.</summary>
    public IEnumerable<string> Reasons => _reasons.Values;

    public bool Has(string candidate) => _reasons.ContainsKey(candidate);

    public void Add(string candidate, string reason) => _reasons.TryAdd(candidate, reason);
}
