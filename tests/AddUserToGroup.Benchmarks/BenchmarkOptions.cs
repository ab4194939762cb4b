namespace AddUserToGroup.Benchmarks;

/// <param name="IsQuick">Whether only a few cold starts are measured.</param>
/// <param name="Checks">Whether a budget that is exceeded or was not measured makes the exit code 1.</param>
/// <param name="RequestedRounds">Null for the usual number.</param>
/// <param name="Json">The file for all samples, if any.</param>
/// <param name="Function">A native build; null to publish one.</param>
internal sealed record BenchmarkOptions(bool IsQuick, bool Checks, int? RequestedRounds, FileInfo? Json, FileInfo? Function)
{
    public const int FullRounds = 20;

    public int Rounds => RequestedRounds ?? (IsQuick ? 5 : FullRounds);
}
