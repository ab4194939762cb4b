namespace AddUserToGroup.Benchmarks.Endpoints;

/// <summary>An event as Lambda hands it over.</summary>
/// <param name="RequestId">The invocation's id, by which it is answered.</param>
/// <param name="Json">What the function gets.</param>
/// <param name="TimeLimit">How long the function may take: what Lambda calls its timeout.</param>
internal sealed record RuntimeEvent(string RequestId, byte[] Json, TimeSpan TimeLimit);
