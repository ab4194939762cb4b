namespace AddUserToGroup.Benchmarks.Reporting;

/// <summary>A bar and what was measured; the value is null where nothing was.</summary>
internal sealed record JudgedBar(Bar Bar, double? Value, Verdict Verdict);
