namespace AddUserToGroup.AppSync;

/// <summary>The mutation's value: who is a member of what, named as in the arguments.</summary>
internal sealed record Membership(string UserId, string GroupName);
