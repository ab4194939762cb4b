using System.Globalization;

namespace AddUserToGroup.Benchmarks.Soak;

/// <summary>
/// What "flat" means: the last tenth of the run against one after the warm-up, in which connections are opened, threads
/// started, and memory grows to what a collection leaves. That takes 50,000 invocations.
/// </summary>
internal static class Flatness
{
    private const int WarmUp = 50_000;

    /// <summary>
    /// From then on the windows' medians lie within 3 % of one another. 8 % of 30 MiB is what a leak of 18 bytes an
    /// invocation comes to in the 140,000 that are left of a full run; the smallest object has 24.
    /// </summary>
    private const double MemoryBudget = 1.08;

    /// <summary>
    /// A shorter run is compared with its second tenth and is still warming up: by 15 % where it has 10,000
    /// invocations. There this finds a leak of a kilobyte an invocation.
    /// </summary>
    private const double MemoryBudgetOfShortRun = 1.25;

    /// <summary>
    /// For descriptors and threads. There are a dozen of each, of which one or two and four or five come and go with
    /// faults. A full run has 8,000 faults of 140 kinds: this finds a leak at any one kind.
    /// </summary>
    private const double PoolBudget = 2;

    /// <returns>A sentence for each thing that is not flat.</returns>
    public static IEnumerable<string> Faults(IReadOnlyList<Window> windows)
    {
        var isShort = windows[^1].Invocations < 2 * WarmUp;
        var early = isShort ? windows[1] : windows.First(window => window.Invocations > WarmUp);
        var budget = isShort ? MemoryBudgetOfShortRun : MemoryBudget;
        var late = windows[^1];
        if (late.Resident > early.Resident * budget)
        {
            var ratio = late.Resident / early.Resident;
            yield return Invariant($"resident memory grew {ratio:F3} times; flat is up to {budget:F2}");
        }

        if (late.Descriptors > early.Descriptors * PoolBudget)
        {
            yield return Invariant($"{late.Descriptors} descriptors were open at the end, after {early.Descriptors}");
        }

        if (late.Threads > early.Threads * PoolBudget)
        {
            yield return Invariant($"{late.Threads} threads ran at the end, after {early.Threads}");
        }
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
