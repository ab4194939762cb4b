using System.Diagnostics.CodeAnalysis;
using AddUserToGroup.AppSync;
using AddUserToGroup.Results;

namespace AddUserToGroup.Rules;

/// <summary>
/// A membership that <see cref="MembershipRules"/> permits. It cannot be created without them, and
/// <see cref="Cognito.IUserGroups"/> accepts nothing else: there is no path to Cognito around the rules.
/// </summary>
internal sealed class PermittedMembership
{
    private PermittedMembership(Membership membership) => Membership = membership;

    public Membership Membership { get; }

    /// <inheritdoc cref="MembershipRules.Permit"/>
    public static bool TryCreate(
        MembershipRules rules,
        MutationEvent mutation,
        [NotNullWhen(true)] out PermittedMembership? permitted,
        [NotNullWhen(false)] out Failure? failure)
    {
        permitted = rules.Permit(mutation, out var membership, out failure) ? new PermittedMembership(membership) : null;
        return permitted is not null;
    }
}
