namespace AddUserToGroup.Local.Tests.AppSync.TokenAttacks;

/// <summary>The token says whose key it is to be verified with, and lies.</summary>
internal static class KeyAttacks
{
    public static IEnumerable<TokenAttack> All =>
    [
        new("Signed with the attacker's key", Refusal.NotAuthorized, forge => forge.Foreign()),
        new("No kid", Refusal.NotAuthorized, forge => forge.Genuine("""{"alg":"RS256"}""")),
        new("No kid, the attacker's key", Refusal.NotAuthorized, forge => forge.Foreign("""{"alg":"RS256"}""")),
        new("KID in place of kid", Refusal.NotAuthorized, forge => forge.Genuine("""{"alg":"RS256","KID":"first-key"}""")),
        .. from kid in new[]
           {
               ("is empty", "\"\""),
               ("is unknown", "\"unknown\""),
               ("is that of another pool's key", "\"other-pools-key\""),
               ("is a path to an empty file", "\"../../../../../../dev/null\""),
               ("is a Windows path", "\"..\\\\..\\\\NUL\""),
               ("is a file's URL", "\"file:///dev/null\""),
               ("is SQL", "\"first-key' UNION SELECT 'secret' -- \""),
               ("is a shell command", "\"first-key|cat /etc/passwd\""),
               ("is 20,000 characters long", $"\"{new string('k', 20_000)}\""),
               ("ends in NUL", "\"first-key\\u0000\""),
               ("ends in a blank", "\"first-key \""),
               ("is in other case", "\"FIRST-KEY\""),
               ("is half a surrogate pair", "\"\\ud800\""),
               ("is a number", "1"),
               ("is the index of the key", "0"),
               ("is null", "null"),
               ("is true", "true"),
               ("is a list", "[\"first-key\"]"),
               ("is an object", "{\"first-key\":1}"),
               ("is __proto__", "\"__proto__\""),
           }
           from attack in WithKid(kid.Item1, kid.Item2)
           select attack,
        new("kid is a URL of the attacker's", Refusal.NotAuthorized, forge =>
            forge.Foreign($$"""{"alg":"RS256","kid":"{{forge.Attacker.KeySet}}"}""")),
        .. Offered("jwk", attacker => attacker.Jwk),
        .. Offered("jku", attacker => $"\"{attacker.KeySet}\""),
        .. Offered("x5u", attacker => $"\"{attacker.KeySet}\""),
        .. Offered("x5c", attacker => $"[\"{attacker.Certificate}\"]"),
        .. Offered("x5t", _ => "\"AAAAAAAAAAAAAAAAAAAAAAAAAAA\""),
        .. Offered("x5t#S256", _ => "\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\""),
    ];

    private static IEnumerable<TokenAttack> WithKid(string what, string json)
    {
        var header = $$"""{"alg":"RS256","kid":{{json}}}""";
        yield return new($"kid {what}, the pool's key", Refusal.NotAuthorized, forge => forge.Genuine(header));
        yield return new($"kid {what}, another key", Refusal.NotAuthorized, forge => forge.Foreign(header));
    }

    private static IEnumerable<TokenAttack> Offered(string member, Func<Attacker, string> json)
    {
        yield return new($"The attacker's key in {member}", Refusal.NotAuthorized, forge =>
            forge.Foreign($$"""{"alg":"RS256","kid":"first-key","{{member}}":{{json(forge.Attacker)}}}"""));
        yield return new($"The attacker's key in {member}, no kid", Refusal.NotAuthorized, forge =>
            forge.Foreign($$"""{"alg":"RS256","{{member}}":{{json(forge.Attacker)}}}"""));
        yield return new($"{member} beside the pool's signature", Refusal.NotAuthorized, forge =>
            forge.Genuine($$"""{"alg":"RS256","kid":"first-key","{{member}}":{{json(forge.Attacker)}}}"""));
    }
}
