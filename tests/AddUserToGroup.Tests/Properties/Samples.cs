using AddUserToGroup.Rules;
using AddUserToGroup.Shared.Contract;

namespace AddUserToGroup.Tests.Properties;

/// <summary>JSON literals that are right, nearly right, or look like something else.</summary>
internal static class Samples
{
    public static string[]?[] AssignableGroups { get; } =
        [null, ["EDITORS"], ["EDITORS", "VIEWERS", "a,b", "编辑"], [MembershipRules.AdministratorsGroup]];

    public static string[] CognitoFailures { get; } =
        ["UserNotFound", "GroupNotFound", "Throttled", "Unavailable", "InternalError", "Defect"];

    public static string[] Outcomes { get; } =
        ["Added", "Unauthorized", "InvalidInput", "GroupNotAssignable", .. CognitoFailures[..^1]];

    /// <summary>USER_POOL_ISSUER, each with every other of <see cref="AssignableGroups"/>. Both are right in an event.</summary>
    public static string[] Issuers { get; } = [ContractCheck.Issuer, ContractCheck.UpdatedIssuer];

    public static string RightIssuer { get; } = $"\"{ContractCheck.Issuer}\"";

    public static string UpdatedIssuer { get; } = $"\"{ContractCheck.UpdatedIssuer}\"";

    public static string[] WrongIssuers { get; } =
    [
        .. new[]
        {
            ("LocalPool", "OtherPool"), ("LocalPool", "localpool"), ("LocalPool", "LocalPool/"), ("LocalPool", "LocalPool2"),
            ("LocalPool", "LocalPoo"), ("LocalPool", "LocalPool "), ("LocalPool", "LocalPool\\u0000"), ("LocalPool", "L\u043EcalPool"),
            ("https", "HTTPS"), ("https", "http"), ("https", " https"), ("us-east-1.", "us-west-2."), (".com", ".com.cn"),
            (".com", ".com:443"), ("cognito-idp", "xissuer-cognito-idp"), ("cognito-idp", "ISSUER-cognito-idp"),
            ("cognito-idp", "cognito-idp.cognito-idp"), ("cognito-idp", "issuer.cognito-idp"),
            ("cognito-idp", "issuer-issuer-cognito-idp"),
        }
        .SelectMany(change => (string[])
        [
            RightIssuer.Replace(change.Item1, change.Item2, StringComparison.Ordinal),
            UpdatedIssuer.Replace(change.Item1, change.Item2, StringComparison.Ordinal),
        ]),
        "\"us-east-1_LocalPool\"", "\"\"", "null", "true", $"[{RightIssuer}]",
    ];

    public static string[] RightGroups { get; } = Literals(
        """["EDITORS","ADMINS"]""", """[ "ADMINS" , "ADMINS" ]""", """[null,"ADMINS"]""",
        $"[\"\\u{(int)MembershipRules.AdministratorsGroup[0]:x4}{MembershipRules.AdministratorsGroup[1..]}\",\"x\"]");

    /// <summary>Addresses, and what a client or an emulator may send in their place.</summary>
    public static string[] Addresses { get; } =
    [
        .. Strings(
            "203.0.113.7", "198.51.100.1", "::1", "fe80:0000:0000:0000:0000:ffff:255.255.255.255%interface123456",
            "", "203.0.113.7, 198.51.100.1", "…", "a…", "\\n\u00A0\u2028", "\\ud800", "\\u0031", "😀",
            new string('1', 62), new string('1', 5000), $"{new string('1', 60)}😀"),
        "5", "null", "true", "{}", """{"a":1,"a":2}""", "[]", """["203.0.113.7"]""",
    ];

    /// <summary>Strings that are not the administrators' group.</summary>
    public static string[] LookAlikes { get; } = Strings(
        "admins", "Admins", "ADMINs", "ADMIN", "ADMINS2", "SUPERADMINS", "ADMINS ", " ADMINS", "ADMINS\\n", "ADMINS\\u0000",
        "ADMINS,EDITORS", "ADMINS EDITORS", "[ADMINS]", "\\\"ADMINS\\\"",
        // Cyrillic, Greek, Turkish, full width, mathematical, small capitals.
        "\u0410DMINS", "\u0391DMINS", "AD\u039CINS", "ADM\u0130NS", "ADM\u0131NS", "adm\u0131ns", "ＡＤＭＩＮＳ", "𝐀𝐃𝐌𝐈𝐍𝐒",
        "ᴀᴅᴍɪɴꜱ", "ADMIN\u0405", "\\u0410DMINS", "ADMIN\\ud835\\udc12",
        // Zero width, combining, soft hyphen, variation selector, right to left.
        "ADM\u200BINS", "\uFEFFADMINS", "ADMINS\u200D", "ADMINS\u0301", "ADM\u00ADINS", "ADMINS\uFE0F", "\u202ESNIMDA",
        "\\u202eADMINS", "\u2066ADMINS\u2069", "ADMINS\\ud83d");

    public static string[] ValidNames { get; } = Strings(
        "EDITORS", "VIEWERS", "ADMINS", "ann@example.com", "a,b", "编辑", "😀", "Zo\u00EB", "Zoe\u0308", "Google_1234567890",
        "12345", "1e5", "null", "true", "{}", "</b>", "__proto__", "constructor", "\\u0045DITORS", "\\ud83d\\ude00", "\\\"\\\\\\/",
        "a\u0378", "\\ufffd", "…", "{outcome}", "❤\uFE0F", "a\u034Fb", "\u2801", new string('a', 128), Repeat("😀", 128),
        "editors", "EDITOR", "EDITORSX", "\u0415DITORS", "EDITORS,VIEWERS");

    public static string[] InvalidNames { get; } =
    [
        .. Strings(
            "", " ", "EDI TORS", "EDITORS ", " EDITORS", "EDITORS\\n", "EDITORS VIEWERS", "a\\tb", "a\\u0000", "a\u00A0b",
            "a\u3164", "\u115F", "\u1160a", "a\uFFA0b", "\u2800", "a\u200Bb", "a\u202Eb", "\uFEFFa", "a\\u0085b", "a\u2028b",
            "a\uE000b", "a\u3000b", "👩\u200D🚀", "\\ud83d", "\\ude00\\ud83d", "a\\udc00", "\U000F0000", "\U000E0041",
            new string('a', 129), Repeat("😀", 129), new string('é', 300)),
        "5", "12345", "1e5", "-0", "null", "true", "{}", "[]", """["EDITORS"]""", """{"userId":"EDITORS"}""",
    ];

    /// <summary>Values of every type, and some that are no JSON.</summary>
    public static string[] OddValues { get; } = Literals(
        "null", "true", "false", "0", "-0", "5", "1e999999", "123456789012345678901234567890", "0.1e-400", "\"\"", "\"ADMINS\"",
        "\"0\"", "[]", "{}", """["ADMINS"]""", """[["ADMINS"]]""", """["ADMINS",5]""", """[5,"ADMINS"]""", """["ADMINS",[]]""",
        """{"0":"ADMINS"}""", """{"length":1,"0":"ADMINS"}""", """{"__proto__":{"groups":["ADMINS"]}}""", """{"a":1,"a":2}""",
        """ "[\"ADMINS\"]" """, """ "\ud800" """, """{"\ud800":1}""", Nested(5), Nested(58), Nested(61), Nested(62), Nested(63),
        Nested(64), Nested(65), Nested(2000), "", "nul", "NaN", "Infinity", "-", "01", "0x10", "'ADMINS'", "ADMINS", "undefined",
        "\"a\nb\"", """ "\x41" """, """ "\u12" """, "[1,]", """{"a":1,}""", "/*x*/1", "1//x\n", "\"");

    public static string[] Tokens { get; } = Literals(
        ",", ":", "{", "}", "[", "]", "\"", "\\", "/**/", "//x\n", " ", "\n", "\t", "\u00A0", "\u2028", "\uFEFF", "\0", "null", "5",
        "e", "-", "\\u0041", "\"ADMINS\"", "\"ADMINS\",", ",\"ADMINS\"", """ "groups":["ADMINS"],""", """ "identity":null,""",
        """ "request":null,""", """ "x":1,""");

    public static byte[][] Bytes { get; } =
    [
        [0x80], [0xC0, 0x80], [0xC3], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xFF], [0xFE, 0xFF], [0xEF, 0xBB, 0xBF],
        [0xE2, 0x80], [0x00], [0x0D], [0x0A], [0x20, 0x20], [0x09], [0x1F], [0x7F], [0xC2, 0x85],
    ];

    /// <summary>Text around a whole event.</summary>
    public static (string Before, string After)[] Wraps { get; } =
    [
        ("\uFEFF", ""), ("[", "]"), (" \r\n\t", "\n "), ("\n", ""), ("", "\r\n"), ("", new string(' ', 1000)),
        ("", "{}"), ("", ","), ("", "null"), ("", "\0"), ("\"", "\""), ("{\"x\":", "}"), ("{\"Payload\":", "}"),
        ("{\"identity\":", "}"), ("{\"__proto__\":", "}"), ("//\n", ""), ("/*", "*/"), ("\u00A0", ""), ("(", ")"),
        ("", "\u001A"), ("{} ", ""),
    ];

    public static string[] Names { get; } =
    [
        "identity", "arguments", "request", "sub", "username", "issuer", "groups", "sourceIp", "userId", "groupName", "claims",
        "source", "prev", "Identity", "IDENTITY", "Groups", "GROUPS", "userid", "UserId", "USERID", "groupname", "Issuer", "Sub",
        "identity ", " identity", "gr\u043Eups", "identıty", "\u0069\u0307dentity", "groups\u200B", "\\u0069dentity",
        "\\u0067roups", "user\\u0049d", "identity\\u0000", "\\ud800", "\\udc00x", "__proto__", "constructor", "prototype",
        "cognito:groups", "$type", "$id", "$ref", "$values", "", "0", "toString", "resolverContext",
    ];

    private static string[] Strings(params string[] texts) => Literals([.. texts.Select(text => $"\"{text}\"")]);

    // Named once: MembershipRules may get another group.
    private static string[] Literals(params string[] literals) =>
        [.. literals.Select(literal => literal.Replace("ADMINS", MembershipRules.AdministratorsGroup, StringComparison.Ordinal))];

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));

    private static string Nested(int depth) => new string('[', depth) + new string(']', depth);
}
