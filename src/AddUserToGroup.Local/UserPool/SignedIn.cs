namespace AddUserToGroup.Local.UserPool;

/// <summary>The tokens of a user who has signed in.</summary>
internal sealed record SignedIn(string AccessToken, string IdToken, string RefreshToken);
