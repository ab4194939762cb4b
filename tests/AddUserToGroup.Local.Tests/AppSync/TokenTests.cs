using System.Net;
using System.Text.Json;

namespace AddUserToGroup.Local.Tests.AppSync;

/// <summary>Which tokens are taken. What is tried with others is in <see cref="ForgedTokenTests"/>.</summary>
public sealed class TokenTests
{
    private const string NoUsableToken = "Valid authorization header not provided.";
    private const string NotAuthorized = "You are not authorized to make this call.";

    [Theory]
    [InlineData("access", "username")]
    [InlineData("id", "cognito:username")]
    public async Task Takes_access_and_identity_tokens_of_the_pool(string use, string nameOfUsername)
    {
        await using var api = await TestApi.StartAsync();
        var token = api.UserPool.Issue(["ADMINS"], claims =>
        {
            claims.Remove("username");
            claims[nameOfUsername] = "grace";
            claims["token_use"] = use;
        });

        var response = await api.ExecuteAsync(TestApi.Mutation, token);

        Assert.Equal(
            """{"data":{"addUserToGroup":{"userId":"ann","groupName":"EDITORS"}}}""", response.GetRawText());
        var identity = JsonElement.Parse(Assert.Single(api.Events)).GetProperty("identity");
        Assert.Equal("grace", identity.GetProperty("username").GetString());
    }

    [Theory]
    [InlineData("client_id", "another-client-of-the-pool")]
    [InlineData("aud", "another-client-of-the-pool")]
    [InlineData("aud", "https://appsync.example.com")]
    public async Task Takes_tokens_of_every_app_client_of_the_pool(string claim, string client)
    {
        // As AppSync does where AppIdClientRegex is not set, and template.yaml does not set it.
        await using var api = await TestApi.StartAsync();

        var response = await api.ExecuteAsync(
            TestApi.Mutation, api.UserPool.Issue(["ADMINS"], claims => claims[claim] = client));

        Assert.False(response.TryGetProperty("errors", out _));
    }

    [Theory]
    [InlineData("exp", -1, null)]
    [InlineData("exp", 0, "Token has expired.")]
    [InlineData("exp", 1, "Token has expired.")]
    [InlineData("nbf", -1, NotAuthorized)]
    [InlineData("nbf", 0, null)]
    [InlineData("nbf", 1, null)]
    [InlineData("iat", -1, NotAuthorized)]
    [InlineData("iat", 0, null)]
    [InlineData("iat", 1, null)]
    public async Task Tolerates_no_second(string claim, int secondsLater, string? refusal)
    {
        var time = new ManualTime { Now = DateTimeOffset.FromUnixTimeSeconds(DateTimeOffset.UtcNow.ToUnixTimeSeconds() + 60) };
        await using var api = await TestApi.StartAsync(time: time);
        var token = api.UserPool.Issue(
            ["ADMINS"], claims => claims[claim] = time.Now.Value.ToUnixTimeSeconds() - secondsLater);

        if (refusal is null)
        {
            Assert.False((await api.ExecuteAsync(TestApi.Mutation, token)).TryGetProperty("errors", out _));
        }
        else
        {
            await AssertRefusedAsync(api, token, refusal);
        }
    }

    [Fact]
    public async Task Refuses_a_Bearer_prefix()
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
    public async Task Refuses_what_is_no_token(string? authorization)
    {
        await using var api = await TestApi.StartAsync();

        await AssertRefusedAsync(api, authorization, NoUsableToken);
    }

    [Fact]
    public async Task Refuses_an_API_key()
    {
        await using var api = await TestApi.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new StringContent("{}") };
        request.Headers.Add("x-api-key", "da2-example");

        using var response = await api.SendAsync(request, authorization: null);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task Fetches_keys_once_and_again_when_the_pool_has_a_new_one()
    {
        await using var api = await TestApi.StartAsync();
        await api.ExecuteAsync(TestApi.Mutation);
        await api.ExecuteAsync(TestApi.Mutation);
        Assert.Equal(1, api.UserPool.Fetches);

        var old = api.Administrator;
        api.UserPool.RotateKey();
        await api.ExecuteAsync(TestApi.Mutation);

        Assert.Equal(2, api.UserPool.Fetches);
        api.Events.Clear();
        await AssertRefusedAsync(api, old, NotAuthorized);
    }

    [Fact]
    public async Task Names_a_user_pool_that_does_not_answer()
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
