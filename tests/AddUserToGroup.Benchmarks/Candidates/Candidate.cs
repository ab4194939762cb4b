namespace AddUserToGroup.Benchmarks.Candidates;

/// <summary>A function that was built and can run behind the Runtime API.</summary>
internal sealed record Candidate
{
    public required string Name { get; init; }

    public required string FileName { get; init; }

    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>The variables that name the root certificates it trusts.</summary>
    public required IReadOnlyDictionary<string, string> Trust { get; init; }

    /// <summary>The bytes of the zip file that Lambda would get.</summary>
    public required long PackageSize { get; init; }

    /// <summary>Whether it signs its requests and speaks plain HTTP; the floor does neither.</summary>
    public bool HasSdk { get; init; } = true;

    /// <summary>Whether it responds with the SDK's response, like the Amplify documentation's handler.</summary>
    public bool ReturnsSdkResponse { get; init; }
}
