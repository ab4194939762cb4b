using System.Diagnostics.CodeAnalysis;

namespace AddUserToGroup.Results;

/// <summary>How a call ended: exactly one of <see cref="Added"/> and <see cref="Failure"/> is set.</summary>
internal sealed record MutationResult
{
    private MutationResult()
    {
    }

    /// <summary>The membership that Cognito has acknowledged.</summary>
    public Membership? Added { get; private init; }

    public Failure? Failure { get; private init; }

    /// <summary>Cognito's id of the request; null if Cognito did not respond.</summary>
    public string? CognitoRequestId { get; private init; }

    [MemberNotNullWhen(true, nameof(Added))]
    [MemberNotNullWhen(false, nameof(Failure))]
    public bool IsSuccess => Added is not null;

    /// <summary>The name of the outcome in the audit line: <c>Added</c> or the error type.</summary>
    public string Outcome => IsSuccess ? nameof(Added) : $"{Failure.Type}";

    public static MutationResult Success(Membership added, string cognitoRequestId) =>
        new() { Added = added, CognitoRequestId = cognitoRequestId };

    public static MutationResult Failed(Failure failure, string? cognitoRequestId = null) =>
        new() { Failure = failure, CognitoRequestId = cognitoRequestId };
}
