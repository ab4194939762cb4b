using AddUserToGroup.Benchmarks.Candidates;
using AddUserToGroup.Benchmarks.Measuring;

namespace AddUserToGroup.Benchmarks.Reporting;

/// <summary>What the function as it is deployed has to reach.</summary>
/// <param name="Title">For whoever reads the table.</param>
/// <param name="Metric">One of <see cref="Measuring.Metric"/>.</param>
/// <param name="Baseline">The candidate whose metric it is divided by, in pairs; null for the metric itself.</param>
/// <param name="Maximum">At most this.</param>
/// <param name="Aim">Better still; null where there is nothing better.</param>
internal sealed record Budget(string Title, string Metric, string? Baseline, double Maximum, double? Aim)
{
    public JudgedBudget Judge(Samples samples, Failures failures)
    {
        var value = failures.Has(CandidateCatalog.Native) || (Baseline is not null && failures.Has(Baseline)) ? null
            : Baseline is null ? samples.Median(CandidateCatalog.Native, Metric)
            : samples.MedianRatio(CandidateCatalog.Native, Baseline, Metric);
        var verdict = value is null ? Verdict.NotMeasured : value <= Maximum ? Verdict.Met : Verdict.Missed;
        return new JudgedBudget(this, value, verdict);
    }
}
