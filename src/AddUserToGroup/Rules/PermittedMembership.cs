using System.Diagnostics.CodeAnalysis;
using AddUserToGroup.AppSync;

namespace AddUserToGroup.Rules;

/// <summary>
/// A membership that the rules have let through. <see cref="TryPermit"/> is the only way to one, and one is all that
/// <see cref="Cognito.IUserGroups"/> accepts: no path leads to Cognito around the rules.
/// </summary>
internal sealed class PermittedMembership
{
    private PermittedMembership(string userId, string groupName) => (UserId, GroupName) = (userId, groupName);

    public string UserId { get; }

    public string GroupName { get; }

    /// <summary>Asks who calls before what is asked for, so that a stranger learns nothing about the input rules.</summary>
    public static bool TryPermit(
        Administrators administrators,
        AssignableGroups assignableGroups,
        MutationEvent mutation,
        [NotNullWhen(true)] out PermittedMembership? permitted,
        [NotNullWhen(false)] out MutationResult? refusal)
    {
        var (userId, groupName) = (mutation.Arguments?.UserId, mutation.Arguments?.GroupName);
        refusal = administrators.Refuse(mutation.Identity)
            ?? RefuseName("userId", userId)
            ?? RefuseName("groupName", groupName)
            ?? assignableGroups.Refuse(groupName!);
        permitted = refusal is null ? new PermittedMembership(userId!, groupName!) : null;
        return permitted is not null;
    }

    private static MutationResult? RefuseName(string argument, string? name) => CognitoName.Fault(name) is { } fault
        ? new MutationResult(Outcome.InvalidInput, $"{argument} {fault}.")
        : null;
}
