using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using AddUserToGroup.Local.UserPool;
using Microsoft.IdentityModel.Tokens;

namespace AddUserToGroup.Local.Tests.AppSync;

/// <summary>Which tokens the API accepts.</summary>
public sealed class TokenTests
{
    private const string NoUsableToken = "Valid authorization header not provided.";
    private const string NotAuthorized = "You are not authorized to make this call.";
    private const string Expired = "Token has expired.";

    private static readonly RsaSecurityKey ForeignKey = new(RSA.Create(2048));

    // Each is an administrator's token that is wrong in one respect.
    private static readonly Dictionary<string, (string Message, Func<TestUserPool, string?> Create)> Rejected = new()
    {
        ["none"] = (NoUsableToken, _ => null),
        ["no token"] = (NoUsableToken, _ => "garbage"),
        ["a signature for IAM"] = (NoUsableToken, _ => "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260101/eu-west-1/appsync/aws4_request, SignedHeaders=host, Signature=00"),
        ["an encrypted token"] = (NoUsableToken, _ => $"{Encode("""{"alg":"dir","enc":"A256GCM"}""")}..AAAAAAAAAAAAAAAA.AAAA.AAAAAAAAAAAAAAAAAAAAAA"),
        ["a Bearer prefix"] = (NoUsableToken, pool => $"Bearer {pool.Issue([SampleUsers.AdministratorsGroup])}"),
        ["another pool's issuer"] = (NoUsableToken, pool => pool.Issue([SampleUsers.AdministratorsGroup], changes: ("iss", $"{TestUserPool.Issuer}/"))),
        ["no signature"] = (NotAuthorized, pool => $"{Encode("""{"alg":"none","kid":"key-0"}""")}.{pool.Issue([SampleUsers.AdministratorsGroup]).Split('.')[1]}."),
        ["another key"] = (NotAuthorized, pool => pool.Issue([SampleUsers.AdministratorsGroup], ForeignKey)),
        ["the public key as an HMAC secret"] = (NotAuthorized, pool =>
            pool.Issue([SampleUsers.AdministratorsGroup], new SymmetricSecurityKey(Encoding.UTF8.GetBytes(pool.PublicKey)), SecurityAlgorithms.HmacSha256)),
        ["claims changed after signing"] = (NotAuthorized, pool =>
            string.Join('.', [.. pool.Issue([SampleUsers.AdministratorsGroup], changes: ("username", "eve")).Split('.')[..2], pool.Issue([SampleUsers.AdministratorsGroup]).Split('.')[2]])),
        ["expired"] = (Expired, pool => pool.Issue([SampleUsers.AdministratorsGroup], changes: ("+exp", 0))),
        ["without expiry"] = (NotAuthorized, pool => pool.Issue([SampleUsers.AdministratorsGroup], changes: ("exp", null))),
        ["not yet valid"] = (NotAuthorized, pool => pool.Issue([SampleUsers.AdministratorsGroup], changes: ("+nbf", 60))),
        ["a refresh token"] = (NotAuthorized, pool => pool.Issue([SampleUsers.AdministratorsGroup], changes: ("token_use", "refresh"))),
    };

    public static TheoryData<string> Kinds => [.. Rejected.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Rejects(string kind)
    {
        await using var api = await TestApi.StartAsync();
        var (message, create) = Rejected[kind];

        using var response = await api.PostAsync(JsonSerializer.Serialize(new { query = TestApi.Mutation }), create(api.UserPool));

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("UnauthorizedException", Assert.Single(response.Headers.GetValues("x-amzn-ErrorType")));
        Assert.Equal(
            $$"""{"errors":[{"errorType":"UnauthorizedException","message":"{{message}}"}]}""",
            await response.Content.ReadAsStringAsync());
        Assert.Empty(api.Events);
    }

    [Theory]
    [InlineData("access", "username")]
    [InlineData("id", "cognito:username")]
    public async Task Accepts_access_and_identity_tokens_of_every_app_client(string use, string usernameClaim)
    {
        await using var api = await TestApi.StartAsync();
        var token = api.UserPool.Issue(
            [SampleUsers.AdministratorsGroup],
            changes: [("username", null), (usernameClaim, "grace"), ("token_use", use), ("client_id", "another"), ("aud", "another")]);

        var response = await api.ExecuteAsync(TestApi.Mutation, token);

        Assert.Equal("""{"data":{"addUserToGroup":{"userId":"ann","groupName":"EDITORS"}}}""", response.GetRawText());
        var identity = JsonElement.Parse(Assert.Single(api.Events)).GetProperty("identity");
        Assert.Equal("grace", identity.GetProperty("username").GetString());
    }

    [Fact]
    public async Task Fetches_keys_once_and_again_when_the_pool_has_a_new_one()
    {
        await using var api = await TestApi.StartAsync();
        await api.ExecuteAsync(TestApi.Mutation);
        await api.ExecuteAsync(TestApi.Mutation);
        Assert.Equal(1, api.UserPool.Fetches);

        api.UserPool.RotateKey();
        await api.ExecuteAsync(TestApi.Mutation);

        Assert.Equal(2, api.UserPool.Fetches);
    }

    [Fact]
    public async Task Names_a_user_pool_that_does_not_respond()
    {
        await using var api = await TestApi.StartAsync();
        api.UserPool.IsDown = true;

        using var response = await api.PostAsync("{}", api.Administrator);

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Contains("check that the user pool is running", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static string Encode(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));
}
