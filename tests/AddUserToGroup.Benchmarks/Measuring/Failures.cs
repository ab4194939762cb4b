namespace AddUserToGroup.Benchmarks.Measuring;

/// <summary>Candidates that could not be built or did something wrong: nothing measured of them counts.</summary>
internal sealed class Failures
{
    private readonly SortedDictionary<string, string> _reasons = new(StringComparer.Ordinal);

    /// <summary>A sentence each.</summary>
    public IEnumerable<string> Reasons => _reasons.Values;

    public bool Has(string candidate) => _reasons.ContainsKey(candidate);

    public void Add(string candidate, string reason) => _reasons.TryAdd(candidate, reason);
}
