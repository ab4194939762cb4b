using System.Text;
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
    // A name that is longer is no name; an ellipsis shows that it was cut.
    private const int MaxNameLength = 256;

    // Holds the stack of a defect, and stays far below the size at which a log event is cut in two.
    private const int MaxReasonLength = 4096;

    public static void Write(ILambdaLogger logger, MutationEvent mutation, MutationResult result, TimeSpan duration)
    {
        (string Name, object? Value)[] members =
        [
            ("outcome", result.Outcome.ToString()),
            ("username", Name(mutation.Identity.Username)),
            ("sub", Name(mutation.Identity.Subject)),
            ("sourceIp", SourceAddresses.Describe(mutation.Identity.SourceAddresses)),
            ("userId", Name(mutation.Arguments.UserId)),
            ("groupName", Name(mutation.Arguments.GroupName)),
            ("durationMs", Math.Round(duration.TotalMilliseconds, 3)),
            ("cognitoRequestId", Name(result.CognitoRequestId)),
            ("reason", Bounded(result.Reason, MaxReasonLength)),
        ];
        var template = new StringBuilder("addUserToGroup");
        var values = new List<object>(members.Length);
        foreach (var (name, value) in members)
        {
            // The logger leaves a null member out, but its name would stand in the message where the value should be.
            if (value is not null)
            {
                template.Append($" {name}={{{name}}}");
                values.Add(value);
            }
        }

        logger.Log(Level(result.Outcome), template.ToString(), [.. values]);
    }

    private static LogLevel Level(Outcome outcome) => outcome switch
    {
        Outcome.Added => LogLevel.Information,
        Outcome.InternalError or Outcome.Unavailable => LogLevel.Error,
        _ => LogLevel.Warning,
    };

    private static string? Name(string? value) => Bounded(value, MaxNameLength);

    private static string? Bounded(string? value, int length)
    {
        if (value is null || value.Length <= length)
        {
            return value;
        }

        // Not between the two halves of one character.
        return $"{value.AsSpan(0, char.IsHighSurrogate(value[length - 1]) ? length - 1 : length)}…";
    }
}
