using System.Text;
using System.Text.Json.Nodes;
using AddUserToGroup.Benchmarks.Candidates;

namespace AddUserToGroup.Benchmarks.Endpoints;

/// <summary>Whether a candidate did its work: one right request to Cognito and one right answer an event.</summary>
internal sealed class CorrectnessCheck(SampleEvents events)
{
    private const string Operation = "AWSCognitoIdentityProviderService.AdminAddUserToGroup";
    private const string ContentType = "application/x-amz-json-1.1";

    /// <exception cref="BenchmarkException">It did not; the message says what it did instead.</exception>
    public void Check(Candidate candidate, IEnumerable<InvocationBatch> batches, IReadOnlyList<CognitoCall> calls)
    {
        // A candidate may open its connection before the first event, with a request that asks for nothing.
        if (calls.Count > 0 && calls[0].Request is { Method: "GET", Target: "/", Body.Length: 0 })
        {
            calls = [.. calls.Skip(1)];
        }

        var responses = batches.SelectMany(batch => batch.Responses).ToList();
        if (calls.Count != responses.Count)
        {
            throw new BenchmarkException(
                $"{candidate.Name} sent {calls.Count} requests to Cognito for {responses.Count} events.");
        }

        for (var number = 0; number < responses.Count; number++)
        {
            var userId = SampleEvents.UserId(number);
            if (RequestFault(candidate, calls[number].Request, userId) is { } fault)
            {
                throw new BenchmarkException($"{candidate.Name}: the request to Cognito for {userId} {fault}.");
            }

            if (!IsCorrect(candidate, responses[number], userId, calls[number].RequestId))
            {
                var response = Encoding.UTF8.GetString(responses[number].Body);
                throw new BenchmarkException($"{candidate.Name} answered the event for {userId} with: {response}");
            }
        }
    }

    private string? RequestFault(Candidate candidate, HttpRequest request, string userId)
    {
        JsonObject expected = new()
        {
            ["UserPoolId"] = events.UserPoolId,
            ["Username"] = userId,
            ["GroupName"] = events.GroupName,
        };
        return request switch
        {
            not { Method: "POST", Target: "/" } => $"is {request.Method} {request.Target}",
            _ when request.Header("X-Amz-Target") != Operation => $"is for {request.Header("X-Amz-Target")}",
            _ when request.Header("Content-Type") != ContentType => $"is {request.Header("Content-Type")}",
            _ when !JsonNode.DeepEquals(JsonNode.Parse(request.Body), expected) =>
                $"has the body {Encoding.UTF8.GetString(request.Body)}",
            _ => candidate.Signs ? SignatureCheck.Fault(request, SignatureCheck.Tolerance) : null,
        };
    }

    private bool IsCorrect(Candidate candidate, InvocationResponse response, string userId, string requestId)
    {
        if (response.IsError)
        {
            return false;
        }

        var document = JsonNode.Parse(response.Body);
        if (candidate.ReturnsSdkResponse)
        {
            var metadata = document?["$metadata"];
            return (int?)metadata?["httpStatusCode"] == 200 && (string?)metadata["requestId"] == requestId;
        }

        JsonObject membership = new() { ["userId"] = userId, ["groupName"] = events.GroupName };
        return JsonNode.DeepEquals(document, new JsonObject { ["data"] = membership });
    }
}
