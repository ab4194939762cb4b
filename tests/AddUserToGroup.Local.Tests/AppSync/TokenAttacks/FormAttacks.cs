using System.Buffers.Text;
using System.IO.Compression;
using System.Text;

namespace AddUserToGroup.Local.Tests.AppSync.TokenAttacks;

/// <summary>What two readers could read in two ways, or what is another kind of token. The pool's signature is good.</summary>
internal static class FormAttacks
{
    public static IEnumerable<TokenAttack> All =>
    [
        .. from member in new[]
           {
               """
               "crit":["exp"]
               """,
               """
               "crit":["policy"],"policy":"x"
               """,
               """
               "crit":[]
               """,
               """
               "crit":null
               """,
               """
               "b64":false
               """,
               """
               "crit":["b64"],"b64":false
               """,
               """
               "crit":["b64"],"b64":true
               """,
               """
               "zip":"DEF"
               """,
               """
               "cty":"JWT"
               """,
               """
               "enc":"A256GCM"
               """,
               """
               "iss":"x"
               """,
               """
               "__proto__":{"alg":"none"}
               """,
           }
           select new TokenAttack(
               $"Header with {member}", Refusal.NotAuthorized, forge => forge.Genuine($"{Forge.Header[..^1]},{member}}}")),
        new("Claims not encoded (b64)", Refusal.NoUsableToken, forge => forge.WithPart(1, _ => "{\"a\":1}")),
        new("Claims compressed (zip)", Refusal.NoUsableToken, forge =>
            Forge.Join(Encoding.UTF8.GetBytes(Forge.Header), Deflate(Forge.Claims()), forge.SignAsPool)),
        new("A token inside a token", Refusal.NoUsableToken, forge => forge.Genuine(claims: forge.Genuine())),
        new("A token inside a token, as a JSON string", Refusal.NoUsableToken, forge =>
            forge.Genuine(claims: $"\"{forge.Genuine()}\"")),
        new("An encrypted token (JWE)", Refusal.NoUsableToken, forge =>
            $"{Encode("""{"alg":"dir","enc":"A256GCM","kid":"first-key"}""")}..{Encode("initialvector")}.{Encode(forge.Genuine())}.{Encode("0123456789abcdef")}"),
        new("JSON serialization, flattened", Refusal.NoUsableToken, forge =>
            $$"""{"protected":"{{Part(forge, 0)}}","payload":"{{Part(forge, 1)}}","signature":"{{Part(forge, 2)}}"}"""),
        new("JSON serialization, general", Refusal.NoUsableToken, forge =>
            $$"""{"payload":"{{Part(forge, 1)}}","signatures":[{"protected":"{{Part(forge, 0)}}","signature":"{{Part(forge, 2)}}"}]}"""),
        new("One part", Refusal.NoUsableToken, forge => Part(forge, 0)),
        new("Two parts", Refusal.NoUsableToken, forge => $"{Part(forge, 0)}.{Part(forge, 1)}"),
        new("Four parts", Refusal.NoUsableToken, forge => $"{forge.Genuine()}.{Part(forge, 2)}"),
        new("Five parts", Refusal.NoUsableToken, forge => $"{forge.Genuine()}.{Part(forge, 1)}.{Part(forge, 2)}"),
        new("A dot at the end", Refusal.NoUsableToken, forge => forge.Genuine() + "."),
        new("A dot at the start", Refusal.NoUsableToken, forge => "." + forge.Genuine()),
        new("Two tokens in one header", Refusal.NoUsableToken, forge => $"{forge.Changed("cognito:groups", null)},{forge.Foreign()}"),
        new("Two tokens, a blank between them", Refusal.NoUsableToken, forge => $"{forge.Genuine()} {forge.Genuine()}"),
        new("Bearer before the token", Refusal.NoUsableToken, forge => $"Bearer {forge.Genuine()}"),
        new("bearer before the token", Refusal.NoUsableToken, forge => $"bearer {forge.Genuine()}"),
        new("Quotation marks around the token", Refusal.NoUsableToken, forge => $"\"{forge.Genuine()}\""),
        .. from part in new[] { 0, 1, 2 } from attack in Respelled(part) select attack,
        .. from text in new[] { "", "null", "[]", "\"text\"", "1", "{", "{}}", "{}{}", "{\"a\":1,}", "{a:1}", "{'a':1}", "/**/{}", "\ufeff{}" }
           from attack in NotJson(text)
           select attack,
        new("Claims nested 5,000 deep", Refusal.NoUsableToken, forge =>
            forge.Changed("deep", new string('[', 5_000) + new string(']', 5_000))),
        new("A claim with half a surrogate pair for a name", Refusal.NoUsableToken, forge => forge.Changed("\\ud800", "1")),
        new("A claim with bytes that are no UTF-8", Refusal.NoUsableToken, forge =>
            Forge.Join(
                Encoding.UTF8.GetBytes(Forge.Header),
                [.. Encoding.UTF8.GetBytes(Forge.Claims()[..^1]), .. ",\"a\":\""u8, 0xc0, 0xaf, .. "\"}"u8],
                forge.SignAsPool)),
        .. Twice("alg", "\"none\"", "\"RS256\"", (forge, members) => forge.Genuine($$"""{{{members}},"kid":"first-key"}""")),
        .. Twice("kid", "\"unknown\"", "\"first-key\"", (forge, members) => forge.Genuine($$"""{"alg":"RS256",{{members}}}""")),
        .. Claim("iss", "\"https://issuer.example.com\"", $"\"{TestUserPool.Issuer}\""),
        .. Claim("cognito:groups", """["VIEWERS"]""", """["ADMINS"]"""),
        .. Claim("exp", "1", $"{Forge.Now + 3600}"),
        .. Claim("token_use", "\"refresh\"", "\"access\""),
        .. Claim("username", "\"ben\"", "\"admin\""),
        .. Claim("sub", "\"0\"", "\"1\""),
        .. Claim("unheard-of", "1", "2"),
    ];

    private static IEnumerable<TokenAttack> Respelled(int part)
    {
        var name = part switch { 0 => "header", 1 => "claims", _ => "signature" };
        yield return Spelled("Padding", text => text + "==");
        yield return Spelled("One character of padding", text => text + "=");
        yield return Spelled("A blank inside", text => text.Insert(4, " "));
        yield return Spelled("A tab inside", text => text.Insert(4, "\t"));
        // At the end of the signature it would be at the end of the header, where HTTP does not count it.
        if (part < 2)
        {
            yield return Spelled("A blank at the end", text => text + " ");
        }

        yield return Spelled("Percent-encoding", text => "%" + $"{(int)text[0]:X2}" + text[1..]);
        yield return Spelled("Base64's own alphabet", text => text[..^4] + "+/+/");
        yield return Spelled("Another last character", text => text[..^1] + (char)(text[^1] + 1));

        TokenAttack Spelled(string how, Func<string, string> change) => new(
            $"{how}, {name}",
            Refusal.NoUsableToken,
            forge => forge.WithPart(part, change));
    }

    private static IEnumerable<TokenAttack> NotJson(string text)
    {
        yield return new($"Header {text}", Refusal.NoUsableToken, forge => forge.Genuine(header: text));
        yield return new($"Claims {text}", Refusal.NoUsableToken, forge => forge.Genuine(claims: text));
    }

    private static IEnumerable<TokenAttack> Claim(string name, string one, string other) =>
        Twice(name, one, other, (forge, members) => forge.Genuine(claims: $"{{{members},{Forge.Claims((name, null))[1..]}"));

    // In both orders, and with the second spelled in another way.
    private static IEnumerable<TokenAttack> Twice(string name, string one, string other, Func<Forge, string, string> token)
    {
        var escaped = $"\\u{(int)name[0]:x4}{name[1..]}";
        yield return new($"{name} twice", Refusal.NoUsableToken, forge => token(forge, $"\"{name}\":{one},\"{name}\":{other}"));
        yield return new($"{name} twice, the other way round", Refusal.NoUsableToken, forge =>
            token(forge, $"\"{name}\":{other},\"{name}\":{one}"));
        yield return new($"{name} twice, escaped the second time", Refusal.NoUsableToken, forge =>
            token(forge, $"\"{name}\":{one},\"{escaped}\":{other}"));
        yield return new($"{name} twice, escaped the first time", Refusal.NoUsableToken, forge =>
            token(forge, $"\"{escaped}\":{one},\"{name}\":{other}"));
    }

    private static byte[] Deflate(string text)
    {
        using var compressed = new MemoryStream();
        using (var deflate = new DeflateStream(compressed, CompressionLevel.Optimal))
        {
            deflate.Write(Encoding.UTF8.GetBytes(text));
        }

        return compressed.ToArray();
    }

    private static string Encode(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));

    private static string Part(Forge forge, int part) => forge.Genuine().Split('.')[part];
}
