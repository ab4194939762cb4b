using System.Text;
using System.Text.Json.Nodes;
using AddUserToGroup.Benchmarks.Endpoints;
using AddUserToGroup.Shared.Faults;

namespace AddUserToGroup.Benchmarks.Soak;

/// <summary>
/// Whether Cognito was asked for what the event asked for, no more often than may be, and has done what is claimed.
/// </summary>
internal sealed class CallCheck(string userPoolId, CognitoEndpoint cognito)
{
    // Two of the faults have the SDK take its own clock for an hour fast.
    private static readonly TimeSpan Tolerance = SignatureCheck.Tolerance + TimeSpan.FromHours(1);

    // The last one, where its deadline may have met a request on the way: that may be read only with the next event's.
    private Invocation? _cutShort;

    /// <returns>Null where all is right; otherwise what is not.</returns>
    public string? Fault(Invocation invocation, FunctionResponse response)
    {
        var late = _cutShort;
        _cutShort = invocation.Plan.IsShort ? invocation : null;
        var met = cognito.Met;
        var requests = cognito.Requests.Select(Parse)
            .Where(request => late is null || !IsFor(late, request)).ToList();
        // Some of what requests meet keeps them from being read.
        var begun = met.Count(behaviour => behaviour.Stage == Stage.Request) - (late is null ? 0 : 1);
        var attempts = Math.Max(requests.Count, begun);
        var most = invocation.Event.Refusal is null && !invocation.Plan.IsTooShort ? invocation.Plan.Case.Attempts : 0;
        if (attempts > most)
        {
            return $"sent Cognito {attempts} requests, of which {most} were due at most";
        }

        foreach (var request in requests)
        {
            if (!IsFor(invocation, request))
            {
                return $"asked Cognito for {Encoding.UTF8.GetString(request.Body)}";
            }

            if (SignatureCheck.Fault(request, Tolerance) is { } fault)
            {
                return $"sent Cognito a request that {fault}";
            }
        }

        // Scripts that add end with the addition.
        var added = requests.Count > 0 && met.Count > 0 && ReferenceEquals(met[^1], invocation.Plan.Case.Script[^1]);
        return response.Outcome == Outcomes.Added && !added ? "claims an addition that Cognito has not confirmed" : null;
    }

    private bool IsFor(Invocation invocation, HttpRequest request) => JsonNode.DeepEquals(
        JsonNode.Parse(request.Body),
        new JsonObject
        {
            ["UserPoolId"] = userPoolId,
            ["Username"] = invocation.Event.UserId,
            ["GroupName"] = invocation.Event.GroupName,
        });

    private static HttpRequest Parse(string request)
    {
        var parts = request.Split("\r\n\r\n", 2);
        return new HttpRequest(parts[0], Encoding.UTF8.GetBytes(parts[1]));
    }
}
