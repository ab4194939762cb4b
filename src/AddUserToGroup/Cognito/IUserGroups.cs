using AddUserToGroup.Results;
using AddUserToGroup.Rules;

namespace AddUserToGroup.Cognito;

/// <summary>The groups of the one user pool that this function changes.</summary>
internal interface IUserGroups
{
    /// <summary>
    /// Adds the user to the group. Adding a member again succeeds, so a retry is always safe. Failures of Cognito and of the
    /// network are results, not exceptions. <see cref="MutationResult.Added"/> is set only if Cognito acknowledged the addition.
    /// </summary>
    /// <param name="permitted">The user and the group.</param>
    /// <param name="deadline">Cancels the attempts. The result then is <see cref="ErrorType.Unavailable"/>: the user may have been added.</param>
    Task<MutationResult> AddAsync(PermittedMembership permitted, CancellationToken deadline);
}
