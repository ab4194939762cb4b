using System.Text;
using AddUserToGroup.AppSync;
using AddUserToGroup.Results;
using Amazon.Lambda.Core;

namespace AddUserToGroup;

/// <summary>
/// One line for each event, rejected ones included: who requested what, and how it ended. CloudTrail records only the
/// function's role. Queries and metric filters rely on the constant names of its properties. Values are cut and escaped, so no
/// input can forge a line or a property.
/// </summary>
internal static class AuditLog
{
    // Cognito's names are never longer. A longer one is cut and ends in an ellipsis.
    private const int MaxNameLength = 256;

    // Enough for the stack of a defect, and far below the size at which CloudWatch splits a log event.
    private const int MaxReasonLength = 4096;

    public static void Write(ILambdaLogger logger, MutationEvent mutation, MutationResult result, TimeSpan duration)
    {
        (string Name, object? Value)[] properties =
        [
            ("outcome", result.Outcome),
            ("username", CutName(mutation.Identity.Username)),
            ("sub", CutName(mutation.Identity.Subject)),
            ("sourceIp", SourceAddresses.Describe(mutation.Identity.SourceIp)),
            ("userId", CutName(mutation.Arguments.UserId)),
            ("groupName", CutName(mutation.Arguments.GroupName)),
            ("durationMs", Math.Round(duration.TotalMilliseconds, 3)),
            ("cognitoRequestId", CutName(result.CognitoRequestId)),
            ("reason", Cut(result.Failure?.Reason, MaxReasonLength)),
        ];
        var template = new StringBuilder("addUserToGroup");
        var values = new List<object>(properties.Length);
        foreach (var (name, value) in properties)
        {
            // The logger omits a property that is null, but would write its name into the message.
            if (value is not null)
            {
                template.Append($" {name}={{{name}}}");
                values.Add(value);
            }
        }

        logger.Log(Level(result.Failure?.Type), template.ToString(), [.. values]);
    }

    private static LogLevel Level(ErrorType? type) => type switch
    {
        null => LogLevel.Information,
        ErrorType.InternalError or ErrorType.Unavailable => LogLevel.Error,
        _ => LogLevel.Warning,
    };

    private static string? CutName(string? value) => Cut(value, MaxNameLength);

    private static string? Cut(string? value, int length)
    {
        if (value is null || value.Length <= length)
        {
            return value;
        }

        // Not inside a surrogate pair.
        return $"{value.AsSpan(0, char.IsHighSurrogate(value[length - 1]) ? length - 1 : length)}…";
    }
}
