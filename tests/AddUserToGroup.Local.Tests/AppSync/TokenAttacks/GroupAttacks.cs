namespace AddUserToGroup.Local.Tests.AppSync.TokenAttacks;

/// <summary>A good token of the pool whose groups are nearly ADMINS.</summary>
internal static class GroupAttacks
{
    public static IEnumerable<TokenAttack> All =>
    [
        .. from groups in new[]
           {
               "\"ADMINS\"", "\"ADMINS,EDITORS\"", "\"[\\\"ADMINS\\\"]\"", "[[\"ADMINS\"]]", "[[[\"ADMINS\"]]]",
               "[{\"ADMINS\":\"ADMINS\"}]", "{\"0\":\"ADMINS\"}", "{\"ADMINS\":true}", "{\"length\":1,\"0\":\"ADMINS\"}",
               "null", "true", "0", "[]", "[null]", "[true]", "[0]", "[\"\"]", "[\"*\"]", "[\"ADMINS,EDITORS\"]",
               "[\"[\\\"ADMINS\\\"]\"]",
           }
           select Groups($"cognito:groups is {groups}", groups),
        .. from name in new[]
           {
               "ADMINs", "admins", "Admins", "ADMIN", "ADMINSS", "SADMINS", "XADMINS", "ADMINS2", "ADMINS.", "/ADMINS",
               "ADMINS ", " ADMINS", "ＡＤＭＩＮＳ", "𝐀𝐃𝐌𝐈𝐍𝐒", "ADMINЅ", "АDMINS", "ΑDMINS", "ADMIΝS", "ADMINſ", "ADMıNS", "ADMİNS",
               "ADMÍNS", "ＡDMINS",
           }
           select Groups($"A group named {name}", $"[\"{name}\"]"),
        .. from invisible in new[]
           {
               ("a tab", "\\t"), ("a newline", "\\n"), ("NUL", "\\u0000"), ("backspace", "X\\b"), ("no-break space", "\\u00a0"),
               ("soft hyphen", "\\u00ad"), ("combining acute", "\\u0301"), ("combining grapheme joiner", "\\u034f"),
               ("Mongolian vowel separator", "\\u180e"), ("zero-width space", "\\u200b"), ("zero-width non-joiner", "\\u200c"),
               ("zero-width joiner", "\\u200d"), ("left-to-right mark", "\\u200e"), ("right-to-left override", "\\u202e"),
               ("word joiner", "\\u2060"), ("variation selector", "\\ufe0f"), ("byte order mark", "\\ufeff"),
               ("half a surrogate pair", "\\ud800"), ("tag space", "\\udb40\\udc20"),
           }
           from attack in Beside(invisible.Item1, invisible.Item2)
           select attack,
        .. from claim in new[]
           {
               "groups", "cognito:Groups", "COGNITO:GROUPS", "cognito:groups ", "cognito:groups\\u0000", "cognito\\uff1agroups",
               "custom:groups", "cognito:roles", "scope", "roles", "ADMINS",
           }
           select Elsewhere(claim, "[\"ADMINS\"]"),
        Elsewhere("__proto__", """{"cognito:groups":["ADMINS"]}"""),
        Elsewhere("constructor", """{"prototype":{"cognito:groups":["ADMINS"]}}"""),
        Elsewhere("cognito", """{"groups":["ADMINS"]}"""),
        Elsewhere("identity", """{"groups":["ADMINS"]}"""),
    ];

    private static TokenAttack Groups(string name, string json) =>
        new(name, Refusal.NotInGroup, forge => forge.Changed("cognito:groups", json));

    private static IEnumerable<TokenAttack> Beside(string what, string character)
    {
        yield return Groups($"ADMINS and a {what}", $"[\"ADMINS{character}\"]");
        yield return Groups($"ADMINS with a {what} in it", $"[\"ADM{character}INS\"]");
        yield return Groups($"ADMINS after a {what}", $"[\"{character}ADMINS\"]");
    }

    private static TokenAttack Elsewhere(string claim, string json) => new(
        $"ADMINS in the claim {claim}",
        Refusal.NotInGroup,
        forge => forge.Genuine(claims: Forge.Claims(("cognito:groups", null), (claim, json))));
}
