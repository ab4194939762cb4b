namespace AddUserToGroup.Shared.Contract;

/// <summary>What the contract says about an event.</summary>
/// <param name="Rejection">The error type; null if Cognito is to be called once, with the two names.</param>
/// <param name="IsMadeByAppSync">Failures are thrown.</param>
/// <param name="Username">In the audit line, like the following ones; null if it is omitted there.</param>
/// <param name="Subject">Of the caller.</param>
/// <param name="SourceIp">As the line shows it.</param>
/// <param name="UserId">The argument.</param>
/// <param name="GroupName">The argument.</param>
internal sealed record Verdict(
    string? Rejection,
    bool IsMadeByAppSync = false,
    string? Username = null,
    string? Subject = null,
    string? SourceIp = null,
    string? UserId = null,
    string? GroupName = null);
