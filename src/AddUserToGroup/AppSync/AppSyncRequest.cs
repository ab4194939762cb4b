namespace AddUserToGroup.AppSync;

/// <summary>The HTTP request in an event. It contains the caller's token, so the function reads nothing of it.</summary>
internal sealed record AppSyncRequest;
