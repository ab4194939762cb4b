namespace AddUserToGroup.Local.UserPool;

/// <summary>Who is in the local pool from the start.</summary>
internal static class SampleUsers
{
    public const string Administrator = "admin@example.com";
    public const string Ann = "ann@example.com";
    public const string Ben = "ben@example.com";

    /// <summary>Has to set a password at the first sign-in.</summary>
    public const string Invited = "invited@example.com";

    /// <summary>Signs in with a code of an authenticator app; not in another implementation's pool.</summary>
    public const string WithTotp = "totp@example.com";

    /// <summary>Everybody's but the invited user's; it satisfies the password policy of template.yaml.</summary>
    public const string Password = "Local-Passw0rd";

    /// <summary>The invited user's, until the first sign-in.</summary>
    public const string TemporaryPassword = "Temporary-Passw0rd";

    /// <summary>What an authenticator app makes the codes of, in base32.</summary>
    public const string TotpSecret = "LOCALSTACKLOCALSTACKLOCALSTACKLO";

    /// <summary>Those who sign in with <see cref="Password"/> and nothing else.</summary>
    public static readonly IReadOnlyList<string> All = [Administrator, Ann, Ben];

    public static readonly IReadOnlyList<string> Groups = ["ADMINS", "EDITORS", "VIEWERS"];
}
