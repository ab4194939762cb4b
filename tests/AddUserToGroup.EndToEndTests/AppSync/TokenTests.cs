using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace AddUserToGroup.EndToEndTests.AppSync;

public sealed class TokenTests
{
    private const string NoUsableToken = "Valid authorization header not provided.";
    private const string NotAuthorized = "You are not authorized to make this call.";

    [Theory]
    [InlineData("access", "username")]
    [InlineData("id", "cognito:username")]
    public async Task Access_and_identity_tokens_of_the_pool_are_taken(string use, string nameOfUsername)
    {
        await using var api = await TestApi.StartAsync();
        var token = api.UserPool.Issue(["ADMINS"], claims =>
        {
            claims.Remove("username");
            claims[nameOfUsername] = "grace";
            claims["token_use"] = use;
        });

        var answer = await api.ExecuteAsync(TestApi.Mutation, token);

        Assert.Equal(
            """{"data":{"addUserToGroup":{"userId":"ann","groupName":"EDITORS"}}}""", answer.GetRawText());
        var identity = JsonElement.Parse(Assert.Single(api.Events)).GetProperty("identity");
        Assert.Equal("grace", identity.GetProperty("username").GetString());
    }

    [Fact]
    public async Task A_forged_token_is_refused()
    {
        await using var api = await TestApi.StartAsync();
        using var otherKey = RSA.Create(2048);

        await AssertRefusedAsync(
            api, api.UserPool.Issue(["ADMINS"], signWith: TestUserPool.SignedBy(otherKey)), NotAuthorized);
    }

    [Fact]
    public async Task A_token_whose_claims_were_changed_is_refused()
    {
        await using var api = await TestApi.StartAsync();
        var genuine = api.UserPool.Issue(["VIEWERS"]).Split('.');
        var administrators = api.UserPool.Issue(["ADMINS"]).Split('.');

        await AssertRefusedAsync(api, $"{genuine[0]}.{administrators[1]}.{genuine[2]}", NotAuthorized);
    }

    [Theory]
    [InlineData("none")]
    [InlineData("None")]
    public async Task An_unsigned_token_is_refused(string algorithm)
    {
        await using var api = await TestApi.StartAsync();
        var header = Base64UrlEncoder.Encode($$"""{"alg":"{{algorithm}}","kid":"first-key"}""");

        await AssertRefusedAsync(api, $"{header}.{api.Administrator.Split('.')[1]}.", NotAuthorized);
    }

    [Fact]
    public async Task A_token_signed_with_the_public_key_as_a_shared_secret_is_refused()
    {
        await using var api = await TestApi.StartAsync();
        var secret = new SymmetricSecurityKey(Encoding.UTF8.GetBytes(api.UserPool.Key.ExportSubjectPublicKeyInfoPem()))
        {
            KeyId = "first-key",
        };

        await AssertRefusedAsync(
            api,
            api.UserPool.Issue(["ADMINS"], signWith: new SigningCredentials(secret, SecurityAlgorithms.HmacSha256)),
            NotAuthorized);
    }

    [Fact]
    public async Task A_genuine_signature_of_another_algorithm_is_refused()
    {
        await using var api = await TestApi.StartAsync();
        var key = new RsaSecurityKey(api.UserPool.Key) { KeyId = "first-key" };

        await AssertRefusedAsync(
            api,
            api.UserPool.Issue(["ADMINS"], signWith: new SigningCredentials(key, SecurityAlgorithms.RsaSha512)),
            NotAuthorized);
    }

    [Fact]
    public async Task An_expired_token_is_refused()
    {
        await using var api = await TestApi.StartAsync();
        var token = api.UserPool.Issue(["ADMINS"], claims => claims["exp"] = DateTimeOffset.UtcNow.ToUnixTimeSeconds());

        await AssertRefusedAsync(api, token, "Token has expired.");
    }

    [Fact]
    public async Task A_token_without_an_expiry_is_refused()
    {
        await using var api = await TestApi.StartAsync();

        await AssertRefusedAsync(
            api, api.UserPool.Issue(["ADMINS"], claims => claims.Remove("exp")), "Token has expired.");
    }

    [Fact]
    public async Task A_token_that_is_not_yet_valid_is_refused()
    {
        await using var api = await TestApi.StartAsync();
        var later = DateTimeOffset.UtcNow.ToUnixTimeSeconds() + 600;
        var token = api.UserPool.Issue(["ADMINS"], claims => claims["nbf"] = later);

        await AssertRefusedAsync(api, token, NotAuthorized);
    }

    [Theory]
    [InlineData("https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_OtherPool")]
    [InlineData("https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_TestPool1/")]
    [InlineData("HTTPS://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_TestPool1")]
    public async Task A_token_of_another_issuer_is_refused(string issuer)
    {
        await using var api = await TestApi.StartAsync();

        await AssertRefusedAsync(api, api.UserPool.Issue(["ADMINS"], claims => claims["iss"] = issuer), NoUsableToken);
    }

    [Theory]
    [InlineData("refresh")]
    [InlineData("")]
    [InlineData("ACCESS")]
    public async Task A_token_for_another_use_is_refused(string use)
    {
        await using var api = await TestApi.StartAsync();

        await AssertRefusedAsync(
            api, api.UserPool.Issue(["ADMINS"], claims => claims["token_use"] = use), NotAuthorized);
    }

    [Theory]
    [InlineData("token_use")]
    [InlineData("sub")]
    public async Task A_token_without_what_every_token_of_a_pool_has_is_refused(string claim)
    {
        await using var api = await TestApi.StartAsync();

        await AssertRefusedAsync(api, api.UserPool.Issue(["ADMINS"], claims => claims.Remove(claim)), NotAuthorized);
    }

    [Fact]
    public async Task A_Bearer_prefix_is_refused()
    {
        await using var api = await TestApi.StartAsync();

        await AssertRefusedAsync(api, "Bearer " + api.Administrator, NoUsableToken);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("garbage")]
    [InlineData("a.b.c")]
    [InlineData("e30.e30.e30")]
    [InlineData("..")]
    [InlineData("eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..AAAAAAAAAAAAAAAA.AAAA.AAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260101/eu-west-1/appsync/aws4_request, SignedHeaders=host, Signature=00")]
    public async Task What_is_no_token_is_refused(string? authorization)
    {
        await using var api = await TestApi.StartAsync();

        await AssertRefusedAsync(api, authorization, NoUsableToken);
    }

    [Fact]
    public async Task An_api_key_is_refused()
    {
        await using var api = await TestApi.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new StringContent("{}") };
        request.Headers.Add("x-api-key", "da2-example");

        using var response = await api.SendAsync(request, authorization: null);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task Keys_are_fetched_once_and_again_when_the_pool_has_a_new_one()
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
    public async Task A_user_pool_that_does_not_answer_is_named()
    {
        await using var api = await TestApi.StartAsync();
        api.UserPool.IsDown = true;

        using var response = await api.PostAsync("{}", api.Administrator);

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Contains(
            "jwks.json. Is the user pool running?", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static async Task AssertRefusedAsync(TestApi api, string? authorization, string message)
    {
        using var response = await api.PostAsync(
            JsonSerializer.Serialize(new { query = TestApi.Mutation }), authorization);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("UnauthorizedException", Assert.Single(response.Headers.GetValues("x-amzn-ErrorType")));
        Assert.Equal(
            $$"""{"errors":[{"errorType":"UnauthorizedException","message":"{{message}}"}]}""",
            await response.Content.ReadAsStringAsync());
        Assert.Empty(api.Events);
    }
}
