namespace AddUserToGroup.AppSync;

/// <param name="Names">
/// None for a user in no group, whose <c>groups</c> AppSync sends as null. Null where <c>groups</c> is no list of texts.
/// </param>
internal sealed record CallerGroups(IReadOnlyList<string?>? Names);
