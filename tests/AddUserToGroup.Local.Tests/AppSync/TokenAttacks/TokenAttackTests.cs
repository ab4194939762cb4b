using System.Text.Json;

namespace AddUserToGroup.Local.Tests.AppSync.TokenAttacks;

/// <summary>
/// Every attack on the local API's token check that is known, one a row: it gets AppSync's refusal, the function is never
/// called, and nobody asks the attacker's server for a key. A genuine token passes before and after.
/// </summary>
public sealed class TokenAttackTests(TokenAttackFixture fixture) : IClassFixture<TokenAttackFixture>
{
    private static readonly Dictionary<string, TokenAttack> Attacks = new[]
    {
        AlgorithmAttacks.All, KeyAttacks.All, FormAttacks.All, IssuerAttacks.All, UserAttacks.All, TimeAttacks.All,
        GroupAttacks.All, SignatureAttacks.All,
    }.SelectMany(static attacks => attacks).ToDictionary(static attack => attack.Name);

    public static TheoryData<string> Names => [.. Attacks.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Is_refused_and_reaches_nothing(string attack)
    {
        var (_, refusal, token) = Attacks[attack];
        await AssertPassesAsync();
        var events = fixture.Api.Events.Count;

        using var response = await fixture.Api.PostAsync(
            JsonSerializer.Serialize(new { query = TestApi.Mutation }), token(fixture.Forge));

        Assert.Equal(refusal.Answer, await response.Content.ReadAsStringAsync());
        Assert.Equal(refusal.Status, response.StatusCode);
        Assert.Equal(events, fixture.Api.Events.Count);
        Assert.Equal(0, fixture.Attacker.Visits);
        await AssertPassesAsync();
    }

    private async Task AssertPassesAsync()
    {
        var answer = await fixture.Api.ExecuteAsync(TestApi.Mutation, fixture.Forge.Genuine());

        Assert.Equal("""{"data":{"addUserToGroup":{"userId":"ann","groupName":"EDITORS"}}}""", answer.GetRawText());
    }
}
