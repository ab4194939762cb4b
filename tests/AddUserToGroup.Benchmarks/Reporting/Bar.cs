using AddUserToGroup.Benchmarks.Candidates;
using AddUserToGroup.Benchmarks.Measuring;

namespace AddUserToGroup.Benchmarks.Reporting;

/// <summary>What the function as it is deployed has to reach.</summary>
/// <param name="Title">For whoever reads the table.</param>
/// <param name="Figure">One of <see cref="Measuring.Figure"/>.</param>
/// <param name="Of">The candidate whose figure it is divided by, in pairs; null for the figure itself.</param>
/// <param name="Limit">At most this.</param>
/// <param name="Aim">Better still; null where there is nothing better.</param>
internal sealed record Bar(string Title, string Figure, string? Of, double Limit, double? Aim)
{
    public JudgedBar Judge(Samples samples, Failures failures)
    {
        var value = failures.Has(CandidateCatalog.Native) || (Of is not null && failures.Has(Of)) ? null
            : Of is null ? samples.Median(CandidateCatalog.Native, Figure)
            : samples.MedianRatio(CandidateCatalog.Native, Of, Figure);
        var verdict = value is null ? Verdict.NotMeasured : value <= Limit ? Verdict.Met : Verdict.Missed;
        return new JudgedBar(this, value, verdict);
    }
}
