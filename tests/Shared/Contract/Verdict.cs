namespace AddUserToGroup.Shared.Contract;

/// <summary>
/// What the README's contract says about one event: the error type it is refused with, null where Cognito is to be called,
/// once, with the two names; whether AppSync made it, so that failures are thrown; and what the audit line says of it, null
/// where it has no such text.
/// </summary>
internal sealed record Verdict(
    string? Refusal,
    bool MadeByAppSync = false,
    string? Username = null,
    string? Subject = null,
    string? SourceIp = null,
    string? UserId = null,
    string? GroupName = null);
