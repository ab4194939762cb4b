using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace AddUserToGroup.Local.Tests.AppSync;

/// <summary>
/// One forgery of each kind against the local API's own check; in AWS the check is AppSync's. Each is wrong in one way only,
/// gets AppSync's refusal, and reaches nothing.
/// </summary>
public sealed class ForgedTokenTests
{
    private const string Header = """{"alg":"RS256","kid":"first-key"}""";
    private const string NoUsableToken = "Valid authorization header not provided.";
    private const string NotAuthorized = "You are not authorized to make this call.";
    private const string NotInGroup = "Not Authorized to access addUserToGroup on type Mutation";

    private static readonly RSA ForeignKey = RSA.Create(2048);

    private static readonly Dictionary<string, (string Refusal, Func<RSA, string> Make)> Forgeries = new()
    {
        ["no signature, alg none"] = (NotAuthorized, _ => Join("""{"alg":"none","kid":"first-key"}""", Claims(), _ => [])),
        ["the public key as an HMAC secret"] = (NotAuthorized, pool => Join(
            """{"alg":"HS256","kid":"first-key"}""",
            Claims(),
            content => HMACSHA256.HashData(Encoding.UTF8.GetBytes(pool.ExportSubjectPublicKeyInfoPem()), content))),
        ["another algorithm of the pool's key"] = (NotAuthorized, pool => Join(
            """{"alg":"RS512","kid":"first-key"}""",
            Claims(),
            content => pool.SignData(content, HashAlgorithmName.SHA512, RSASignaturePadding.Pkcs1))),
        ["an elliptic key that is published beside it"] = (NotAuthorized, _ => Join(
            """{"alg":"ES256","kid":"curve-key"}""",
            Claims(),
            content => TestUserPool.Curve.SignData(content, HashAlgorithmName.SHA256))),
        ["another key"] = (NotAuthorized, _ => Sign(ForeignKey)),
        ["a key that is not published"] = (NotAuthorized, _ => Sign(ForeignKey, """{"alg":"RS256","kid":"unknown"}""")),
        ["no key named"] = (NotAuthorized, pool => Sign(pool, """{"alg":"RS256"}""")),
        ["a key of its own in the header (jwk)"] = (NotAuthorized, _ => Sign(
            ForeignKey, $$"""{"alg":"RS256","kid":"first-key","jwk":{{TestUserPool.Jwk(ForeignKey, "first-key")}}}""")),
        ["keys at an address of its own (jku)"] = (NotAuthorized, pool => Sign(
            pool, """{"alg":"RS256","kid":"first-key","jku":"http://127.0.0.1:1/"}""")),
        ["a critical extension (crit)"] = (NotAuthorized, pool => Sign(
            pool, """{"alg":"RS256","kid":"first-key","crit":["b64"],"b64":true}""")),
        ["claims changed after signing"] = (NotAuthorized, pool => string.Join(
            '.', Sign(pool).Split('.')[0], Encode(Claims(("username", "\"eve\""))), Sign(pool).Split('.')[2])),
        ["a signature that is respelled"] = (NoUsableToken, pool => Sign(pool) + "=="),
        ["JSON serialization"] = (NoUsableToken, pool => Sign(pool).Split('.') is [var header, var claims, var signature]
            ? $$"""{"protected":"{{header}}","payload":"{{claims}}","signature":"{{signature}}"}"""
            : ""),
        ["an encrypted token"] = (NoUsableToken, pool => $"{Encode("""{"alg":"dir","enc":"A256GCM"}""")}..AAAA.{Encode(Sign(pool))}.AAAA"),
        ["a claim twice"] = (NoUsableToken, pool => Sign(
            pool, claims: "{\"cognito:groups\":[\"VIEWERS\"]," + Claims()[1..])),
        ["another pool's issuer"] = (NoUsableToken, pool => Sign(pool, claims: Claims(("iss", "\"https://issuer.example.com\"")))),
        ["an issuer that is nearly the pool's"] = (NoUsableToken, pool => Sign(
            pool, claims: Claims(("iss", $"\"{TestUserPool.Issuer}/\"")))),
        ["no expiry"] = ("Token has expired.", pool => Sign(pool, claims: Claims(("exp", null)))),
        ["an expiry that is no number"] = (NotAuthorized, pool => Sign(pool, claims: Claims(("exp", "\"9999999999\"")))),
        ["a refresh token"] = (NotAuthorized, pool => Sign(pool, claims: Claims(("token_use", "\"refresh\"")))),
        ["no user"] = (NotAuthorized, pool => Sign(pool, claims: Claims(("username", null)))),
        ["a group that is nearly ADMINS"] = (NotInGroup, pool => Sign(pool, claims: Claims(("cognito:groups", "[\"admins\"]")))),
        ["groups that are no list"] = (NotInGroup, pool => Sign(pool, claims: Claims(("cognito:groups", "\"ADMINS\"")))),
    };

    public static TheoryData<string> Kinds => [.. Forgeries.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Refuses(string kind)
    {
        await using var api = await TestApi.StartAsync();
        var (refusal, make) = Forgeries[kind];

        using var response = await api.PostAsync(
            JsonSerializer.Serialize(new { query = TestApi.Mutation }), make(api.UserPool.Key));

        var error = Assert.Single((await TestApi.ReadAsync(response)).GetProperty("errors").EnumerateArray());
        Assert.Equal(refusal, error.GetProperty("message").GetString());
        Assert.Equal(refusal == NotInGroup ? 200 : 401, (int)response.StatusCode);
        Assert.Empty(api.Events);
    }

    [Fact]
    public async Task Takes_the_token_that_they_are_made_of()
    {
        await using var api = await TestApi.StartAsync();

        var response = await api.ExecuteAsync(TestApi.Mutation, Sign(api.UserPool.Key));

        Assert.False(response.TryGetProperty("errors", out _));
    }

    // An administrator's claims, changed: null leaves one out.
    private static string Claims(params (string Name, string? Json)[] changes)
    {
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        var claims = new OrderedDictionary<string, string?>
        {
            ["sub"] = "\"11111111-2222-3333-4444-555555555555\"",
            ["cognito:groups"] = """["ADMINS"]""",
            ["iss"] = $"\"{TestUserPool.Issuer}\"",
            ["token_use"] = "\"access\"",
            ["username"] = "\"admin\"",
            ["iat"] = $"{now}",
            ["exp"] = $"{now + 3600}",
        };
        foreach (var (name, json) in changes)
        {
            claims[name] = json;
        }

        return $"{{{string.Join(',', claims.Where(claim => claim.Value is not null).Select(claim => $"\"{claim.Key}\":{claim.Value}"))}}}";
    }

    private static string Sign(RSA key, string header = Header, string? claims = null) => Join(
        header, claims ?? Claims(), content => key.SignData(content, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));

    private static string Join(string header, string claims, Func<byte[], byte[]> sign)
    {
        var content = $"{Encode(header)}.{Encode(claims)}";
        return $"{content}.{Base64Url.EncodeToString(sign(Encoding.ASCII.GetBytes(content)))}";
    }

    private static string Encode(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));
}
