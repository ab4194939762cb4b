namespace AddUserToGroup.Local.Tests.AppSync.TokenAttacks;

/// <summary>The pool's own signature on a token that has ended, has not begun, or does not say so. See also ClockTests.</summary>
internal static class TimeAttacks
{
    public static IEnumerable<TokenAttack> All =>
    [
        .. from end in new[]
           {
               ("an hour ago", $"{Forge.Now - 3600}"),
               ("299 seconds ago", $"{Forge.Now - 299}"),
               ("a second ago", $"{Forge.Now - 1}"),
               ("now", $"{Forge.Now}"),
               ("0", "0"),
               ("-1", "-1"),
               ("the least number of 64 bits", $"{long.MinValue}"),
           }
           select new TokenAttack($"exp is {end.Item1}", Refusal.Expired, forge => forge.Changed("exp", end.Item2)),
        .. from end in new[]
           {
               ("null", "null"),
               ("a fraction of a second ahead", $"{Forge.Now + 3600}.5"),
               ("a whole number with a fraction", $"{Forge.Now + 3600}.0"),
               ("a number with an exponent", $"{Forge.Now + 3600}e0"),
               ("1e400", "1e400"),
               ("-1e400", "-1e400"),
               ("a number of 200 digits", new string('9', 200)),
               ("a number in quotation marks", $"\"{Forge.Now + 3600}\""),
               ("a date", "\"2999-01-01T00:00:00Z\""),
               ("empty", "\"\""),
               ("never", "\"never\""),
               ("NaN", "\"NaN\""),
               ("true", "true"),
               ("a list", $"[{Forge.Now + 3600}]"),
               ("an object", "{}"),
               ("two days ahead", $"{Forge.Now + (2 * 24 * 3600)}"),
               ("in milliseconds", $"{Forge.Now * 1000}"),
               ("past the year 9999", "253402300800"),
               ("the greatest number of 64 bits", $"{long.MaxValue}"),
           }
           select new TokenAttack($"exp is {end.Item1}", Refusal.NotAuthorized, forge => forge.Changed("exp", end.Item2)),
        new("No exp", Refusal.Expired, forge => forge.Changed("exp", null)),
        new("EXP in place of exp", Refusal.Expired, forge =>
            forge.Genuine(claims: Forge.Claims(("exp", null), ("EXP", $"{Forge.Now + 3600}")))),
        .. from begin in new[]
           {
               ("a day ahead", $"{Forge.Now + (24 * 3600)}"),
               ("in milliseconds", $"{Forge.Now * 1000}"),
               ("1e400", "1e400"),
               ("a fraction", "1.5"),
               ("a number in quotation marks", $"\"{Forge.Now}\""),
               ("null", "null"),
               ("a list", "[0]"),
           }
           from name in new[] { "nbf", "iat" }
           select new TokenAttack($"{name} is {begin.Item1}", Refusal.NotAuthorized, forge => forge.Changed(name, begin.Item2)),
        new("No iat", Refusal.NotAuthorized, forge => forge.Changed("iat", null)),
    ];
}
