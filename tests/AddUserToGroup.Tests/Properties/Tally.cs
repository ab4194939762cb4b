using System.Globalization;
using AddUserToGroup.Tests.Properties.Events;

namespace AddUserToGroup.Tests.Properties;

/// <summary>How often what happened: a property that only ever sees refusals proves nothing.</summary>
internal sealed class Tally
{
    private const string ReachedCognito = "reached Cognito";
    private const string NeverReachedCognito = "never reached Cognito";

    private static readonly string[] Outcomes =
    [
        "Added", "Unauthorized", "InvalidInput", "GroupNotAssignable", "UserNotFound", "GroupNotFound", "Throttled", "Unavailable",
        "InternalError",
    ];

    private readonly Dictionary<string, int> _counts = [];

    public int Events { get; private set; }

    public void Count(Trial trial, string outcome, bool calledCognito)
    {
        Events++;
        Add(outcome, 1);
        var end = calledCognito ? ReachedCognito : NeverReachedCognito;
        Add(end, 1);
        if (trial.Edits.Length == 0)
        {
            Add("unchanged", 1);
        }

        // A change that no event survives, or that none fails of, would be none.
        foreach (var edit in trial.Edits)
        {
            Add($"{edit.Kind}, {end}", 1);
        }
    }

    public void Add(Tally other)
    {
        Events += other.Events;
        foreach (var (name, count) in other._counts)
        {
            Add(name, count);
        }
    }

    public IEnumerable<string> TooRare()
    {
        var reached = Share(ReachedCognito);
        if (reached is < 0.25 or > 0.75)
        {
            yield return $"{reached:P1} of the events reached Cognito: neither those that may nor the others should be few.";
        }

        foreach (var outcome in Outcomes.Where(outcome => Share(outcome) < 0.01))
        {
            yield return $"Only {Share(outcome):P2} of the events ended in {outcome}.";
        }

        foreach (var kind in Enum.GetNames<EditKind>())
        {
            // An event without its end is none.
            string[] ends = kind == nameof(EditKind.CutEnd) ? [NeverReachedCognito] : [ReachedCognito, NeverReachedCognito];
            foreach (var end in ends.Where(end => Share($"{kind}, {end}") < 0.001))
            {
                yield return $"Only {Share($"{kind}, {end}"):P2} of the events were changed by {kind} and {end}.";
            }
        }
    }

    private double Share(string name) => (double)_counts.GetValueOrDefault(name) / Events;

    public override string ToString() => string.Join(
        Environment.NewLine,
        _counts.OrderByDescending(pair => pair.Value)
            .Select(pair => string.Create(CultureInfo.InvariantCulture, $"{Share(pair.Key),9:P2} {pair.Key}")));

    private void Add(string name, int count) => _counts[name] = _counts.GetValueOrDefault(name) + count;
}
