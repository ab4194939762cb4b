namespace AddUserToGroup.Benchmarks.Soak;

/// <summary>An event, and what has to come of it before Cognito is asked.</summary>
internal sealed record SoakEvent
{
    /// <summary>For whoever looks into a failure: the file of tests/events that it is made from, and how.</summary>
    public required string Kind { get; init; }

    public required byte[] Json { get; init; }

    /// <summary>Whether AppSync made it itself, so that failures are thrown and a success is the bare value.</summary>
    public required bool HasRequest { get; init; }

    /// <summary>Null where the event may pass, and Cognito is to be called.</summary>
    public required ExpectedFailure? Refusal { get; init; }

    public string UserId { get; init; } = "";

    public string GroupName { get; init; } = "";
}
