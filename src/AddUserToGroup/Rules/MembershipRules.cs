using System.Diagnostics.CodeAnalysis;
using AddUserToGroup.AppSync;
using AddUserToGroup.Results;

namespace AddUserToGroup.Rules;

/// <summary>Checks the caller and the requested membership. A <see cref="PermittedMembership"/> exists only if both checks pass.</summary>
/// <param name="userPoolIssuer">An issuer URL of the pool that the function changes.</param>
/// <param name="assignableGroups">
/// The groups that the operator allows; null for any. If a group has an IAM role, its members get AWS permissions.
/// </param>
internal sealed class MembershipRules(Uri userPoolIssuer, IReadOnlySet<string>? assignableGroups)
{
    public const string AdministratorsGroup = "ADMINS";

    private readonly UserPoolIssuers _issuers = new(userPoolIssuer);

    /// <param name="mutation">The caller and the arguments.</param>
    /// <param name="membership">The requested membership, if it is permitted.</param>
    /// <param name="failure">The first rule that the event breaks. The caller's rules come first: a stranger learns nothing about the others.</param>
    public bool Permit(
        MutationEvent mutation, [NotNullWhen(true)] out Membership? membership, [NotNullWhen(false)] out Failure? failure)
    {
        var (userId, groupName) = (mutation.Arguments.UserId, mutation.Arguments.GroupName);
        membership = null;
        if (FindReasonAgainst(mutation.Identity) is { } reason)
        {
            // AppSync's own words, so that a client cannot tell which of the two checks failed.
            failure = new Failure(ErrorType.Unauthorized, "Not Authorized to access addUserToGroup on type Mutation", reason);
        }
        else if (!CognitoName.IsValid(userId, out var problem))
        {
            failure = InvalidInput($"userId {problem}.");
        }
        else if (!CognitoName.IsValid(groupName, out problem))
        {
            failure = InvalidInput($"groupName {problem}.");
        }
        else if (assignableGroups?.Contains(groupName) == false)
        {
            failure = new Failure(
                ErrorType.GroupNotAssignable, "The operator does not allow adding users to this group.", "not in ASSIGNABLE_GROUPS");
        }
        else
        {
            membership = new Membership(userId, groupName);
            failure = null;
            return true;
        }

        return false;
    }

    private string? FindReasonAgainst(CallerIdentity caller) => caller switch
    {
        { Subject: null, Username: null, Issuer: null } => "no user identity: an API key, a Lambda authorizer, or not called by AppSync",
        { Subject: null or "" } or { Username: null or "" } or { Issuer: null or "" } =>
            "not a Cognito user pool identity: sub, username or issuer is missing",
        // Another pool on the same API can have its own administrators' group. Its members have no rights here.
        _ when !_issuers.Contains(caller.Issuer) => "the issuer is another user pool",
        { Groups: null or { Count: 0 } } => "in no group",
        _ when !caller.Groups.Contains(AdministratorsGroup, StringComparer.Ordinal) => $"not in {AdministratorsGroup}",
        _ => null,
    };

    private static Failure InvalidInput(string message) => new(ErrorType.InvalidInput, message, message);
}
