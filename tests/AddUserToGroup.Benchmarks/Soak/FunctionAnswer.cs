using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using AddUserToGroup.Benchmarks.Endpoints;

namespace AddUserToGroup.Benchmarks.Soak;

/// <summary>What the function says has come of an event.</summary>
internal sealed record FunctionAnswer(string Outcome, string Message, bool IsThrown)
{
    private const string Exception = "MutationFailedException";

    /// <exception cref="BenchmarkException">It is not in the form in which the event's maker reads answers.</exception>
    public static FunctionAnswer Read(SoakEvent from, InvocationAnswer answer)
    {
        try
        {
            var json = JsonNode.Parse(answer.Body);
            if ((answer.IsError ? Thrown(json, from) : Returned(json, from)) is { } read)
            {
                return read;
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // Said below.
        }

        var verb = answer.IsError ? "reported the error" : "answered";
        throw new BenchmarkException($"{verb} {Encoding.UTF8.GetString(answer.Body)}");
    }

    private static FunctionAnswer? Returned(JsonNode? json, SoakEvent from)
    {
        JsonObject membership = new() { ["userId"] = from.UserId, ["groupName"] = from.GroupName };
        JsonNode added = from.HasRequest ? membership : new JsonObject { ["data"] = membership };
        if (JsonNode.DeepEquals(json, added))
        {
            return new FunctionAnswer(Outcomes.Added, "", IsThrown: false);
        }

        var failure = new FunctionAnswer(
            (string?)json?["error"]?["type"] ?? "", (string?)json?["error"]?["message"] ?? "", IsThrown: false);
        JsonObject error = new() { ["type"] = failure.Outcome, ["message"] = failure.Message };
        return !from.HasRequest && failure.Outcome != Outcomes.InternalError
            && JsonNode.DeepEquals(json, new JsonObject { ["error"] = error }) ? failure : null;
    }

    private static FunctionAnswer? Thrown(JsonNode? json, SoakEvent from)
    {
        var parts = ((string?)json?["errorMessage"])?.Split(": ", 2);
        return (string?)json?["errorType"] == Exception && parts is [var outcome, var message]
            && (from.HasRequest || outcome == Outcomes.InternalError)
            ? new FunctionAnswer(outcome, message, IsThrown: true)
            : null;
    }
}
