namespace AddUserToGroup.Local.UserPool;

/// <summary>The tokens of a sign-in.</summary>
internal sealed record SignedIn(string AccessToken, string IdToken, string RefreshToken);
