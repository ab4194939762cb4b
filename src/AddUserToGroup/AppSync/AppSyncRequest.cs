namespace AddUserToGroup.AppSync;

/// <summary>The HTTP request in an event. It contains the caller's token, so the function does not read its content.</summary>
internal sealed record AppSyncRequest;
