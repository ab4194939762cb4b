namespace AddUserToGroup.Local.Tests.AppSync.TokenAttacks;

/// <summary>The pool's own signature on what is no access or identity token of a user.</summary>
internal static class UserAttacks
{
    private static readonly string?[] NoText =
    [
        null, "\"\"", "null", "0", "true", "[]", "[\"access\"]", "{}", "\"\\ud800\"",
    ];

    public static IEnumerable<TokenAttack> All =>
    [
        .. from name in new[] { "token_use", "sub", "username" }
           from json in NoText
           select Claims(json is null ? $"No {name}" : $"{name} is {json}", (name, json)),
        .. from use in new[] { "refresh", "ACCESS", "Access", "ID", "access ", "access\\u0000", "id,access", "ａｃｃｅｓｓ", "client" }
           select Claims($"token_use is \"{use}\"", ("token_use", $"\"{use}\"")),
        Claims(
            "An access token with an identity token's name", ("username", null), ("cognito:username", "\"admin\"")),
        Claims("An identity token with an access token's name", ("token_use", "\"id\"")),
        Claims("An identity token with an empty name", ("token_use", "\"id\""), ("cognito:username", "\"\"")),
        Claims("Client credentials: a token without a user", ("username", null), ("sub", "\"client\"")),
    ];

    private static TokenAttack Claims(string name, params (string Name, string? Json)[] changes) =>
        new(name, Refusal.NotAuthorized, forge => forge.Genuine(claims: Forge.Claims(changes)));
}
