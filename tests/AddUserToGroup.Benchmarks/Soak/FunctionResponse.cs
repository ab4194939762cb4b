using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using AddUserToGroup.Benchmarks.Endpoints;

namespace AddUserToGroup.Benchmarks.Soak;

/// <summary>What the function says has come of an event.</summary>
internal sealed record FunctionResponse(string Outcome, string Message, bool IsThrown)
{
    private const string Exception = "MutationFailedException";

    /// <exception cref="BenchmarkException">It is not in the form in which the event's maker reads answers.</exception>
    public static FunctionResponse Read(SoakEvent from, InvocationResponse response)
    {
        try
        {
            var json = JsonNode.Parse(response.Body);
            if ((response.IsError ? Thrown(json, from) : Returned(json, from)) is { } read)
            {
                return read;
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // Said below.
        }

        var verb = response.IsError ? "reported the error" : "answered";
        throw new BenchmarkException($"{verb} {Encoding.UTF8.GetString(response.Body)}");
    }

    private static FunctionResponse? Returned(JsonNode? json, SoakEvent from)
    {
        JsonObject membership = new() { ["userId"] = from.UserId, ["groupName"] = from.GroupName };
        JsonNode added = from.HasRequest ? membership : new JsonObject { ["data"] = membership };
        if (JsonNode.DeepEquals(json, added))
        {
            return new FunctionResponse(Outcomes.Added, "", IsThrown: false);
        }

        var failure = new FunctionResponse(
            (string?)json?["error"]?["type"] ?? "", (string?)json?["error"]?["message"] ?? "", IsThrown: false);
        JsonObject error = new() { ["type"] = failure.Outcome, ["message"] = failure.Message };
        return !from.HasRequest && failure.Outcome != Outcomes.InternalError
            && JsonNode.DeepEquals(json, new JsonObject { ["error"] = error }) ? failure : null;
    }

    private static FunctionResponse? Thrown(JsonNode? json, SoakEvent from)
    {
        var parts = ((string?)json?["errorMessage"])?.Split(": ", 2);
        return (string?)json?["errorType"] == Exception && parts is [var outcome, var message]
            && (from.HasRequest || outcome == Outcomes.InternalError)
            ? new FunctionResponse(outcome, message, IsThrown: true)
            : null;
    }
}
