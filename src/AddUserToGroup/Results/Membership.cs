namespace AddUserToGroup.Results;

/// <summary>A user and a group, with the names of the mutation's arguments.</summary>
internal sealed record Membership(string UserId, string GroupName);
