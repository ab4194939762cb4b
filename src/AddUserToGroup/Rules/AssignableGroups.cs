namespace AddUserToGroup.Rules;

/// <summary>
/// The groups that the mutation may assign. A group can have an IAM role, so that its members get AWS permissions: the operator
/// decides which groups an administrator of the app may assign.
/// </summary>
internal sealed class AssignableGroups
{
    private readonly HashSet<string>? _names;

    private AssignableGroups(HashSet<string>? names) => _names = names;

    public static AssignableGroups Any { get; } = new(null);

    public static AssignableGroups Only(IEnumerable<string> names) => new(new HashSet<string>(names, StringComparer.Ordinal));

    public bool Contains(string groupName) => _names is null || _names.Contains(groupName);
}
