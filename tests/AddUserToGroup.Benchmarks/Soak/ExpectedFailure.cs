namespace AddUserToGroup.Benchmarks.Soak;

/// <param name="Outcome">The error type.</param>
/// <param name="Message">What the caller is told.</param>
/// <param name="IsWhole">Whether that is the whole message, or only its start.</param>
internal sealed record ExpectedFailure(string Outcome, string Message, bool IsWhole = true)
{
    public bool Matches(FunctionResponse response) => response.Outcome == Outcome
        && (IsWhole ? response.Message == Message : response.Message.StartsWith(Message, StringComparison.Ordinal));
}
