using AddUserToGroup.Shared.Contract;

namespace AddUserToGroup.Tests.Properties;

/// <summary>The oracle is held to the sample events, each of which says by its name what is to become of it.</summary>
public sealed class OracleTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "events");

    public static TheoryData<string, string?, bool> Events => new()
    {
        { "administrator-of-another-pool", "Unauthorized", false },
        { "allowed", null, false },
        { "allowed-amplify", null, true },
        { "allowed-direct-resolver", null, true },
        { "allowed-updated-issuer", null, false },
        { "api-key-caller", "Unauthorized", false },
        { "batch", "InternalError", false },
        { "iam-caller", "Unauthorized", false },
        { "in-no-group", "Unauthorized", false },
        { "invalid-input", "InvalidInput", false },
        { "lambda-authorizer-caller", "Unauthorized", false },
        { "not-an-administrator", "Unauthorized", false },
        { "oidc-caller", "Unauthorized", false },
        { "unknown-group", null, false },
        { "unknown-user", null, false },
    };

    [Theory]
    [MemberData(nameof(Events))]
    public void Judges_a_sample_event_as_it_is_named(string name, string? refusal, bool madeByAppSync)
    {
        var verdict = Oracle.Judge(File.ReadAllBytes(Path.Combine(Folder, $"{name}.json")), ContractCheck.Issuer, null);

        Assert.Equal((refusal, madeByAppSync), (verdict.Refusal, verdict.MadeByAppSync));
    }

    [Fact]
    public void Judges_every_sample_event() =>
        Assert.Equal(
            Directory.GetFiles(Folder).Select(Path.GetFileNameWithoutExtension).Order(),
            Events.Select(row => (string)row[0]).Order());
}
