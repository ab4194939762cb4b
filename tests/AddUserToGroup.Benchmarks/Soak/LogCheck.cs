using System.Text.Json;
using System.Text.Json.Nodes;

namespace AddUserToGroup.Benchmarks.Soak;

/// <summary>
/// Whether the function wrote what it has to and nothing else: one audit line, and behind it one line of Lambda's
/// runtime where the failure was thrown. A line too many is met with the next event, where its request id is wrong.
/// </summary>
internal sealed class LogCheck(FunctionOutput output)
{
    private const string Exception = "AddUserToGroup.AppSync.MutationFailedException";

    /// <returns>Null where all is right; otherwise what is not.</returns>
    public string? Fault(Invocation invocation, FunctionResponse response) =>
        Fault("audit line", line => IsAudit(line, invocation, response))
        ?? (response.IsThrown ? Fault("line for the exception", line => IsThrown(line, invocation, response)) : null);

    /// <returns>Null where nothing more was written until the function's end; otherwise what was.</returns>
    public string? FaultAtEnd() => output.TakeRest() is [var line, ..] ? $"wrote one line too many: {line}" : null;

    private string? Fault(string name, Func<JsonNode, bool> isRight)
    {
        if (output.Take() is not { } line)
        {
            return $"wrote no {name}";
        }

        try
        {
            if (JsonNode.Parse(line) is { } json && isRight(json))
            {
                return null;
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // Said below.
        }

        return $"wrote in place of its {name}: {line}";
    }

    private static bool IsAudit(JsonNode line, Invocation invocation, FunctionResponse response) =>
        (string?)line["requestId"] == invocation.RequestId
        && (string?)line["outcome"] == response.Outcome
        && (string?)line["level"] == Level(response.Outcome)
        && (string?)line["userId"] is var userId && (string?)line["groupName"] is var groupName
        && (invocation.Event.Refusal is not null
            || (userId == invocation.Event.UserId && groupName == invocation.Event.GroupName));

    private static bool IsThrown(JsonNode line, Invocation invocation, FunctionResponse response) =>
        (string?)line["requestId"] == invocation.RequestId
        && (string?)line["errorType"] == Exception
        && (string?)line["errorMessage"] == $"{response.Outcome}: {response.Message}"
        && line["outcome"] is null;

    private static string Level(string outcome) => outcome switch
    {
        Outcomes.Added => "Information",
        Outcomes.InternalError or "Unavailable" => "Error",
        _ => "Warning",
    };
}
