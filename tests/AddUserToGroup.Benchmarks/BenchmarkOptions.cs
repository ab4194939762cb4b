namespace AddUserToGroup.Benchmarks;

internal sealed record BenchmarkOptions
{
    public required int Rounds { get; init; }

    /// <summary>Invocations that are measured in each round, after <see cref="WarmUps"/>.</summary>
    public required int WarmInvocations { get; init; }

    public required int WarmUps { get; init; }

    /// <summary>Whether the function's memory is followed over 20,000 invocations.</summary>
    public required bool MeasuresMemoryGrowth { get; init; }

    /// <summary>Whether a budget that is missed or was not measured makes the exit code 1.</summary>
    public required bool Checks { get; init; }

    /// <summary>The names of the candidates to measure; empty for all.</summary>
    public required IReadOnlyList<string> Candidates { get; init; }

    public required FileInfo? Json { get; init; }

    public static BenchmarkOptions Full { get; } = new()
    {
        Rounds = 20,
        WarmInvocations = 1000,
        WarmUps = 200,
        MeasuresMemoryGrowth = true,
        Checks = false,
        Candidates = [],
        Json = null,
    };

    public static BenchmarkOptions Quick { get; } = Full with
    {
        Rounds = 2,
        WarmInvocations = 300,
        MeasuresMemoryGrowth = false,
    };
}
