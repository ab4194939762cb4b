namespace AddUserToGroup.Rules;

/// <summary>
/// Which groups the mutation may hand out. A group can carry an IAM role, so that membership may grant AWS permissions:
/// an operator names the groups that an administrator of the app may give away.
/// </summary>
internal sealed class AssignableGroups
{
    private readonly HashSet<string>? _names;

    private AssignableGroups(HashSet<string>? names) => _names = names;

    public static AssignableGroups Any { get; } = new(null);

    public static AssignableGroups Only(IEnumerable<string> names) => new(new HashSet<string>(names, StringComparer.Ordinal));

    /// <returns>Null where the group may be handed out.</returns>
    public MutationResult? RefusalOf(string groupName) => _names is null || _names.Contains(groupName)
        ? null
        : new(Outcome.GroupNotAssignable, "Users cannot be added to this group here.", "not among ASSIGNABLE_GROUPS");
}
