namespace AddUserToGroup.Local.UserPool;

/// <summary>Who is in the local pool from the start.</summary>
internal static class SampleUsers
{
    public const string Administrator = "admin@example.com";
    public const string Ann = "ann@example.com";
    public const string Ben = "ben@example.com";

    /// <summary>Everybody's; it satisfies Cognito's default password policy.</summary>
    public const string Password = "Local-Passw0rd";

    public static readonly IReadOnlyList<string> All = [Administrator, Ann, Ben];

    public static readonly IReadOnlyList<string> Groups = ["ADMINS", "EDITORS", "VIEWERS"];
}
