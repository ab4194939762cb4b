using AddUserToGroup.Benchmarks.Machine;
using AddUserToGroup.Benchmarks.Measuring;

namespace AddUserToGroup.Benchmarks.Reporting;

/// <summary>A whole run, for people and for programs.</summary>
internal sealed record Report
{
    public required MachineDescription Machine { get; init; }

    public required BenchmarkOptions Options { get; init; }

    public required Samples Samples { get; init; }

    /// <summary>What was left out and why, a sentence each.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    public required IReadOnlyList<JudgedBudget> Budgets { get; init; }

    /// <summary>Those that were measured to the end.</summary>
    public required IReadOnlyList<string> Candidates { get; init; }

    /// <summary>Whether there are rounds enough to say anything.</summary>
    public bool IsConclusive => Options.Rounds >= BenchmarkOptions.Full.Rounds;
}
