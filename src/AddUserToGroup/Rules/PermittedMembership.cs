using AddUserToGroup.AppSync;

namespace AddUserToGroup.Rules;

/// <summary>
/// A membership that the rules have let through. <see cref="Rules"/> alone can make one, and one is all that
/// <see cref="Cognito.IUserGroups"/> accepts: no path leads to Cognito around the rules.
/// </summary>
internal sealed class PermittedMembership
{
    private PermittedMembership(string userId, string groupName) => (UserId, GroupName) = (userId, groupName);

    public string UserId { get; }

    public string GroupName { get; }

    /// <summary>The rules, in their order.</summary>
    internal sealed class Rules(Administrators administrators, AssignableGroups assignableGroups)
    {
        /// <summary>
        /// The refusal of the first rule that is broken, or else what <paramref name="add"/> makes of the permitted
        /// membership. Asks who calls before what is asked for, so that a stranger learns nothing about the input rules.
        /// </summary>
        public async Task<MutationResult> ApplyAsync(
            MutationEvent mutation, Func<PermittedMembership, Task<MutationResult>> add)
        {
            var (userId, groupName) = (mutation.Arguments.UserId, mutation.Arguments.GroupName);
            if (administrators.RefusalOf(mutation.Identity) is { } refusal)
            {
                return refusal;
            }

            if (!CognitoName.IsGood(userId, out var fault))
            {
                return InvalidInput($"userId {fault}.");
            }

            if (!CognitoName.IsGood(groupName, out fault))
            {
                return InvalidInput($"groupName {fault}.");
            }

            return assignableGroups.RefusalOf(groupName) ?? await add(new PermittedMembership(userId, groupName));
        }

        private static MutationResult InvalidInput(string message) => new(Outcome.InvalidInput, message, message);
    }
}
