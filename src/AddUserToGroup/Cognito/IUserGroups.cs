using AddUserToGroup.Rules;

namespace AddUserToGroup.Cognito;

/// <summary>The groups of the one user pool that this function changes.</summary>
internal interface IUserGroups
{
    /// <summary>
    /// Makes the user a member of the group. Doing so again succeeds, so a retry is always safe. Never throws for what
    /// Cognito or the network does: that comes back as the result. <see cref="Outcome.Added"/> means that Cognito said so.
    /// </summary>
    /// <param name="membership">Who is to be a member of what.</param>
    /// <param name="deadline">When cancelled, the result is <see cref="Outcome.Unavailable"/>: the outcome is not known.</param>
    Task<MutationResult> AddAsync(PermittedMembership membership, CancellationToken deadline);
}
