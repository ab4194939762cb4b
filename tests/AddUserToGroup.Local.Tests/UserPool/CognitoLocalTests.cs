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
    public async Task Issues_tokens_that_its_keys_verify()
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
    public async Task Issues_no_groups_claim_to_a_user_in_no_group()
    {
        var tokens = await SignInAsync(SampleUsers.Ben, SampleUsers.Password);

        Assert.DoesNotContain(new JsonWebToken(tokens.AccessToken).Claims, claim => claim.Type == "cognito:groups");
    }

    [ToolFact("node")]
    public async Task Refuses_a_wrong_password()
    {
        var refusal = await Assert.ThrowsAsync<CognitoException>(() => SignInAsync(SampleUsers.Ben, "wrong"));

        Assert.Equal("NotAuthorizedException", refusal.Type);
    }

    [ToolFact("node")]
    public async Task Signs_with_a_fresh_key_at_each_start_and_not_with_the_published_one()
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
    public async Task Sends_a_request_id_with_each_response_as_Cognito_does()
    {
        using var http = new HttpClient();

        using var response = await http.GetAsync(Info.KeySet);

        Assert.True(Guid.TryParse(response.Headers.GetValues("x-amzn-RequestId").Single(), out _));
    }

    [ToolFact("node")]
    public async Task Changes_nothing_when_it_is_filled_again()
    {
        var client = await new UserPoolSeeder(_cognito, Info.Id).SeedAsync(CancellationToken.None);

        Assert.Equal(Info.ClientId, client);
        Assert.Equal(["ADMINS"], await _cognito.GroupsOfAsync(Info.Id, SampleUsers.Administrator, CancellationToken.None));
    }

    [ToolFact("node")]
    public async Task Is_gone_once_it_is_stopped()
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
