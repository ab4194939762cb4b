using System.Text.Json.Nodes;

namespace AddUserToGroup.DeploymentTests.Template;

/// <summary>tests/sam-local.json, the settings with which <c>sam local invoke</c> runs the files of tests/events.</summary>
public sealed class SamLocalTests
{
    private static readonly JsonObject Variables =
        JsonNode.Parse(Repository.ReadText("tests/sam-local.json"))!["Function"]!.AsObject();

    [Fact]
    public void Sets_what_the_template_declares_but_for_the_roots() =>
        // sam local passes on no variable that the template does not declare.
        Expect.Set(
            Scenario.EverythingNew.Deploy(("TrustedRoots", "system")).Properties("Function")["Environment"]!["Variables"]!.AsObject()
                .Select(variable => variable.Key),
            Variables.Select(setting => setting.Key));

    [Fact]
    public void Names_the_pool_of_the_events_administrator()
    {
        var administrator = JsonNode.Parse(Repository.ReadText("tests/events/allowed.json"))!["identity"]!;

        Assert.Equal((string?)administrator["issuer"], (string?)Variables["USER_POOL_ISSUER"]);
        Assert.EndsWith($"/{Variables["USER_POOL_ID"]}", (string?)administrator["issuer"], StringComparison.Ordinal);
    }
}
