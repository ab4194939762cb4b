using System.Text.Json.Nodes;
using AddUserToGroup.Local;
using AddUserToGroup.Local.UserPool;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace AddUserToGroup.Local.Tests.UserPool;

public sealed class CognitoLocalTests(UserPoolFixture fixture) : IClassFixture<UserPoolFixture>, IDisposable
{
    private readonly CognitoClient _cognito = new(fixture.Pool.Info.Endpoint);

    private UserPoolInfo Info => fixture.Pool.Info;

    [ToolFact("node")]
    public async Task A_user_signs_in_and_gets_tokens_that_the_pools_keys_verify()
    {
        var tokens = await SignInAsync(SampleUsers.Administrator, SampleUsers.Password);

        var parameters = new TokenValidationParameters
        {
            ValidIssuer = "https://cognito-idp.us-east-1.amazonaws.com/us-east-1_LocalPool",
            // An access token has none.
            AudienceValidator = (audiences, _, _) => audiences.All(audience => audience == Info.ClientId),
            IssuerSigningKeys = new JsonWebKeySet(await ReadKeysAsync(Info)).GetSigningKeys(),
        };
        var id = await new JsonWebTokenHandler().ValidateTokenAsync(tokens.IdToken, parameters);
        var access = await new JsonWebTokenHandler().ValidateTokenAsync(tokens.AccessToken, parameters);
        Assert.Null(id.Exception);
        Assert.Null(access.Exception);
        Assert.Equal(Info.ClientId, id.Claims["aud"]);
        Assert.Equal("id", id.Claims["token_use"]);
        Assert.Equal("access", access.Claims["token_use"]);
        Assert.Equal("ADMINS", ((JsonWebToken)access.SecurityToken).Claims.Single(claim => claim.Type == "cognito:groups").Value);
    }

    [ToolFact("node")]
    public async Task A_user_in_no_group_has_no_groups_claim()
    {
        var tokens = await SignInAsync(SampleUsers.Ben, SampleUsers.Password);

        Assert.DoesNotContain(new JsonWebToken(tokens.AccessToken).Claims, claim => claim.Type == "cognito:groups");
    }

    [ToolFact("node")]
    public async Task A_wrong_password_is_refused()
    {
        var refusal = await Assert.ThrowsAsync<CognitoException>(() => SignInAsync(SampleUsers.Ben, "wrong"));

        Assert.Equal("NotAuthorizedException", refusal.Type);
    }

    [ToolFact("node")]
    public async Task The_signing_key_is_fresh_at_each_start_and_not_the_published_one()
    {
        await using var another = await UserPoolFixture.StartAsync();
        var published = await File.ReadAllTextAsync(Path.Combine(
            BuildPaths.UserPool, "node_modules", "cognito-local", "lib", "keys", "cognitoLocal.public.json"));

        var keys = new[]
        {
            Modulus(JsonNode.Parse(await ReadKeysAsync(Info))!["keys"]![0]!),
            Modulus(JsonNode.Parse(await ReadKeysAsync(another.Info))!["keys"]![0]!),
            Modulus(JsonNode.Parse(published)!["jwk"]!),
        };

        Assert.Equal(3, keys.Distinct().Count());
    }

    [ToolFact("node")]
    public async Task Every_answer_carries_a_request_id_as_Cognitos_do()
    {
        using var http = new HttpClient();

        using var response = await http.GetAsync(Info.KeySet);

        Assert.True(Guid.TryParse(response.Headers.GetValues("x-amzn-RequestId").Single(), out _));
    }

    [ToolFact("node")]
    public async Task Filling_a_pool_again_changes_nothing()
    {
        var client = await new UserPoolSeeder(_cognito, Info.Id).SeedAsync(CancellationToken.None);

        Assert.Equal(Info.ClientId, client);
        Assert.Equal(["ADMINS"], await _cognito.GroupsOfAsync(Info.Id, SampleUsers.Administrator, CancellationToken.None));
    }

    [ToolFact("node")]
    public async Task A_stopped_pool_is_gone()
    {
        var another = await UserPoolFixture.StartAsync();
        await another.DisposeAsync();

        await Assert.ThrowsAsync<HttpRequestException>(() => ReadKeysAsync(another.Info));
    }

    public void Dispose() => _cognito.Dispose();

    private static async Task<string> ReadKeysAsync(UserPoolInfo info)
    {
        using var http = new HttpClient();
        return await http.GetStringAsync(info.KeySet);
    }

    private static string Modulus(JsonNode key) => (string)key["n"]!;

    private Task<SignedIn> SignInAsync(string user, string password) =>
        _cognito.SignInAsync(Info.ClientId, user, password, CancellationToken.None);
}
