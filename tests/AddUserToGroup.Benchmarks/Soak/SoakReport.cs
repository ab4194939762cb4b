using System.Globalization;
using AddUserToGroup.Benchmarks.Reporting;
using AddUserToGroup.Shared.Faults;

namespace AddUserToGroup.Benchmarks.Soak;

/// <summary>Counts what happens, and puts it into tables.</summary>
internal sealed class SoakReport
{
    private const double Mebibyte = 1024 * 1024;

    private readonly List<Window> _windows = [];
    private readonly SortedDictionary<string, (int Unfaulted, int Faulted, int Thrown)> _outcomes =
        new(StringComparer.Ordinal);

    private readonly Dictionary<FaultCase, int> _faults = new(ReferenceEqualityComparer.Instance);

    public IReadOnlyList<Window> Windows => _windows;

    public void Add(Window window)
    {
        _windows.Add(window);
        Console.Error.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{window.Elapsed,10:mm\\:ss}  {window.Invocations:N0} invocations ..."));
    }

    public void Add(Invocation invocation, FunctionResponse response)
    {
        var (unfaulted, faulted, thrown) = _outcomes.GetValueOrDefault(response.Outcome);
        var isFault = invocation.Plan.IsFault;
        _outcomes[response.Outcome] = (
            unfaulted + (isFault ? 0 : 1), faulted + (isFault ? 1 : 0), thrown + (response.IsThrown ? 1 : 0));
        if (isFault)
        {
            _faults[invocation.Plan.Case] = _faults.GetValueOrDefault(invocation.Plan.Case) + 1;
        }
    }

    public string Write() => string.Create(CultureInfo.InvariantCulture, $"""

        {TextTable.Write([
            ["invocations", "min:s", "resident MiB", "peak MiB", "descriptors", "threads", "median ms", "slowest ms"],
            .. _windows.Select(Row)])}
        resident: the median of {_windows[0].Samples.Count} samples in each window. descriptors, threads: the fewest.
        median, slowest: from the event to its response, of those that met no fault.

        {TextTable.Write([
            ["outcome", "without a fault", "under a fault", "of both, thrown"],
            .. _outcomes.Select(entry =>
                Row(entry.Key, entry.Value.Unfaulted, entry.Value.Faulted, entry.Value.Thrown))])}
        {_faults.Values.Sum():N0} faults of {_faults.Count} kinds.

        """);

    private static IReadOnlyList<string> Row(Window window) =>
    [
        Show($"{window.Invocations:N0}"),
        Show($"{window.Elapsed:m\\:ss}"),
        Show($"{window.Resident / Mebibyte:F1}"),
        Show($"{window.PeakMemory / Mebibyte:F1}"),
        Show($"{window.Descriptors}"),
        Show($"{window.Threads}"),
        Show($"{window.Median:F2}"),
        Show($"{window.Slowest:F1}"),
    ];

    private static IReadOnlyList<string> Row(string outcome, params int[] counts) =>
        [outcome, .. counts.Select(count => Show($"{count:N0}"))];

    private static string Show(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
