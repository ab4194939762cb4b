using System.Text.Json.Nodes;
using AddUserToGroup.Local;
using AddUserToGroup.Local.UserPool;

namespace AddUserToGroup.Local.Tests.UserPool;

[Collection("User pool")]
public sealed class CognitoLocalTests(UserPoolFixture fixture) : IDisposable
{
    private readonly CognitoClient _cognito = new(fixture.Pool.Info.Endpoint);

    private UserPoolInfo Info => fixture.Pool.Info;

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

    public void Dispose() => _cognito.Dispose();

    private static async Task<string> ReadKeysAsync(UserPoolInfo info)
    {
        using var http = new HttpClient();
        return await http.GetStringAsync(info.KeySet);
    }

    private static string Modulus(JsonNode key) => (string)key["n"]!;
}
