namespace AddUserToGroup.Local.Tests.AppSync.TokenAttacks;

/// <summary>The pool's own signature, and another issuer; or the right issuer, and another pool's key.</summary>
internal static class IssuerAttacks
{
    private const string Host = "cognito-idp.eu-west-1.amazonaws.com";

    public static IEnumerable<TokenAttack> All =>
    [
        .. from issuer in new[]
           {
               ("with a slash at the end", $"{TestUserPool.Issuer}/"),
               ("with two slashes inside", $"https://{Host}//eu-west-1_TestPool1"),
               ("with dots in its path", $"https://{Host}/x/../eu-west-1_TestPool1"),
               ("with its scheme in capitals", $"HTTPS://{Host}/eu-west-1_TestPool1"),
               ("with its host in capitals", "https://COGNITO-IDP.EU-WEST-1.AMAZONAWS.COM/eu-west-1_TestPool1"),
               ("with its pool in lower case", $"https://{Host}/eu-west-1_testpool1"),
               ("with a dot after its host", $"https://{Host}./eu-west-1_TestPool1"),
               ("with its port", $"https://{Host}:443/eu-west-1_TestPool1"),
               ("with user information", $"https://user@{Host}/eu-west-1_TestPool1"),
               ("whose host is user information", $"https://{Host}@issuer.example.com/eu-west-1_TestPool1"),
               ("with a query", $"{TestUserPool.Issuer}?"),
               ("with a fragment", $"{TestUserPool.Issuer}#"),
               ("with an escape", $"https://{Host}/eu-west-1%5FTestPool1"),
               ("with a blank before it", $" {TestUserPool.Issuer}"),
               ("with a blank after it", $"{TestUserPool.Issuer} "),
               ("with a newline after it", $"{TestUserPool.Issuer}\\n"),
               ("with NUL after it", $"{TestUserPool.Issuer}\\u0000"),
               ("with half a surrogate pair after it", $"{TestUserPool.Issuer}\\ud800"),
               ("with a Cyrillic letter", $"https://cоgnito-idp.eu-west-1.amazonaws.com/eu-west-1_TestPool1"),
               ("without its scheme", $"{Host}/eu-west-1_TestPool1"),
               ("without its pool", $"https://{Host}/"),
               ("by HTTP", $"http://{Host}/eu-west-1_TestPool1"),
               ("of another Region", "https://cognito-idp.us-east-1.amazonaws.com/eu-west-1_TestPool1"),
               ("of China", $"https://{Host}.cn/eu-west-1_TestPool1"),
               ("of another pool that has the same key", $"https://{Host}/eu-west-1_OtherPool"),
               ("of another pool whose name begins alike", $"{TestUserPool.Issuer}2"),
               ("of the attacker", "https://issuer.example.com"),
               ("that is the pool's id", "eu-west-1_TestPool1"),
               ("that is empty", ""),
           }
           select Claims($"An issuer {issuer.Item1}", ("iss", $"\"{issuer.Item2}\"")),
        Claims("No issuer", ("iss", null)),
        Claims("An issuer that is null", ("iss", "null")),
        Claims("An issuer that is a number", ("iss", "1")),
        Claims("A list of issuers", ("iss", $"[\"{TestUserPool.Issuer}\"]")),
        Claims("An object for an issuer", ("iss", $$"""{"0":"{{TestUserPool.Issuer}}"}""")),
        Claims("The issuer as the audience", ("iss", null), ("aud", $"\"{TestUserPool.Issuer}\"")),
        Claims("The issuer under another name", ("iss", null), ("issuer", $"\"{TestUserPool.Issuer}\"")),
        new("Another pool's token, with a key of the same kid", Refusal.NoUsableToken, forge =>
            forge.Foreign(claims: Forge.Claims(("iss", $"\"https://{Host}/eu-west-1_OtherPool\"")))),
    ];

    private static TokenAttack Claims(string name, params (string Name, string? Json)[] changes) =>
        new(name, Refusal.NoUsableToken, forge => forge.Genuine(claims: Forge.Claims(changes)));
}
