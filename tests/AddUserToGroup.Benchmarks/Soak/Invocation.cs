using System.Globalization;
using AddUserToGroup.Benchmarks.Endpoints;

namespace AddUserToGroup.Benchmarks.Soak;

/// <summary>One event, and what Cognito does about it.</summary>
internal sealed record Invocation(int Number, SoakEvent Event, CognitoPlan Plan)
{
    /// <summary>Shows in the log whose line it is.</summary>
    public string RequestId => string.Create(CultureInfo.InvariantCulture, $"00000000-0000-4000-8000-{Number:D12}");

    public RuntimeEvent ToRuntimeEvent() => new(RequestId, Event.Json, Plan.TimeLimit);

    /// <summary>Whether this may come of it.</summary>
    public bool Allows(FunctionResponse response)
    {
        if (Event.Refusal is { } refusal)
        {
            return refusal.Matches(response);
        }

        if (Plan.IsShort && Outcomes.Unavailable.Matches(response))
        {
            return true;
        }

        return Plan.Case.Outcome == Outcomes.Added
            ? response.Outcome == Outcomes.Added
            : Outcomes.OfCognito(Plan.Case.Outcome).Matches(response);
    }

    public string Expected => Event.Refusal?.Outcome
        ?? Plan.Case.Outcome + (Plan.IsShort && Plan.Case.Outcome != "Unavailable" ? " or Unavailable" : "");

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"Invocation {Number} (event: {Event.Kind}; Cognito {Plan}; {Plan.TimeLimit.TotalMilliseconds} ms)");
}
