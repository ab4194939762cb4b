using AddUserToGroup.AppSync;
using Amazon.Lambda.Core;

namespace AddUserToGroup;

/// <summary>
/// Who asked for what, and how it ended: one line an event, refusals included. CloudTrail records the function's role and
/// never the person. The names are constants that queries and metric filters rely on; what a name holds is bounded and
/// escaped, so that no input can forge a line or push one out of the log.
/// </summary>
internal static class AuditLog
{
    // A name that is longer is no name; the mark shows that it was cut.
    private const int MaxLength = 256;

    public static void Write(ILambdaLogger logger, MutationEvent? mutation, MutationResult result, TimeSpan duration) => logger.Log(
        result.Outcome switch
        {
            Outcome.Added => LogLevel.Information,
            Outcome.InternalError or Outcome.Unavailable => LogLevel.Error,
            _ => LogLevel.Warning,
        },
        "addUserToGroup {outcome}: {username} ({sub}, {sourceIp}) asked for {userId} in {groupName}; {durationMs} ms, {cognitoRequestId} {reason}",
        result.Outcome.ToString(),
        Bounded(mutation?.Identity?.Username),
        Bounded(mutation?.Identity?.Subject),
        Bounded(mutation?.Identity?.SourceAddresses is { } addresses ? string.Join(", ", addresses) : null),
        Bounded(mutation?.Arguments?.UserId),
        Bounded(mutation?.Arguments?.GroupName),
        Math.Round(duration.TotalMilliseconds, 3),
        result.CognitoRequestId,
        result.Reason);

    private static string? Bounded(string? value) => value is { Length: > MaxLength } ? $"{value[..MaxLength]}…" : value;
}
