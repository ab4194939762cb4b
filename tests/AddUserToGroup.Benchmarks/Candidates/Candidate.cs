namespace AddUserToGroup.Benchmarks.Candidates;

/// <summary>Something that can be put behind the Runtime API, built and ready to run.</summary>
internal sealed record Candidate
{
    public required string Name { get; init; }

    public required string FileName { get; init; }

    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>The variables by which it learns whom to trust.</summary>
    public required IReadOnlyDictionary<string, string> Trust { get; init; }

    /// <summary>Bytes of the zip file that Lambda would get.</summary>
    public required long PackageSize { get; init; }

    /// <summary>Whether it signs its requests to Cognito; the floor does not.</summary>
    public bool Signs { get; init; } = true;

    /// <summary>Whether it speaks plain HTTP to Cognito, too; the floor does not.</summary>
    public bool SpeaksHttp { get; init; } = true;

    /// <summary>Whether it returns the SDK's response as it is, as the Amplify page does.</summary>
    public bool ReturnsSdkResponse { get; init; }
}
