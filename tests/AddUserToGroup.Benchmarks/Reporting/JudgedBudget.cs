namespace AddUserToGroup.Benchmarks.Reporting;

/// <summary>A budget and what was measured; the value is null where nothing was.</summary>
internal sealed record JudgedBudget(Budget Budget, double? Value, Verdict Verdict);
