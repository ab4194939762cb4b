using AddUserToGroup.Rules;

namespace AddUserToGroup;

/// <param name="Outcome">How the call ended.</param>
/// <param name="Message">What the client is told, in words of our own: never the SDK's text, an ARN or another user's data.</param>
/// <param name="Reason">What the operator finds in the log beside the outcome, where the outcome does not say it all.</param>
/// <param name="CognitoRequestId">Cognito's id of the request, where one was made and answered.</param>
internal sealed record MutationResult(
    Outcome Outcome, string Message, string? Reason = null, string? CognitoRequestId = null)
{
    /// <summary>What Cognito has acknowledged; null where it has not.</summary>
    public PermittedMembership? Added { get; private init; }

    public static MutationResult Success(PermittedMembership added, string cognitoRequestId) =>
        new(Outcome.Added, "The user is in the group.", CognitoRequestId: cognitoRequestId) { Added = added };

    public static MutationResult InternalError(string reason, string? cognitoRequestId = null) => new(
        Outcome.InternalError, "addUserToGroup has a fault that only its operator can mend; the function's log names it.", reason, cognitoRequestId);
}
