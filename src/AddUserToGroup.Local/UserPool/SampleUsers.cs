namespace AddUserToGroup.Local.UserPool;

/// <summary>The users and groups of the local pool at its start.</summary>
internal static class SampleUsers
{
    public const string Administrator = "admin@example.com";
    public const string Ann = "ann@example.com";
    public const string Ben = "ben@example.com";

    /// <summary>Has to set a password at the first sign-in.</summary>
    public const string Invited = "invited@example.com";

    /// <summary>Signs in with a code of an authenticator app.</summary>
    public const string WithTotp = "totp@example.com";

    /// <summary>The password of all but the invited user; it satisfies the password policy of template.yaml.</summary>
    public const string Password = "Local-Passw0rd";

    /// <summary>The invited user's password until the first sign-in.</summary>
    public const string TemporaryPassword = "Temporary-Passw0rd";

    /// <summary>The secret for the authenticator app, in base32.</summary>
    public const string TotpSecret = "LOCALSTACKLOCALSTACKLOCALSTACKLO";

    /// <summary>All but the invited user.</summary>
    public static readonly IReadOnlyList<string> All = [Administrator, Ann, Ben, WithTotp];

    /// <summary>The group that template.yaml creates; a test compares it with the function's.</summary>
    public static readonly string AdministratorsGroup = (string)Template.Properties("Administrators")["GroupName"]!;

    public static readonly IReadOnlyList<string> Groups = [AdministratorsGroup, "EDITORS", "VIEWERS"];
}
