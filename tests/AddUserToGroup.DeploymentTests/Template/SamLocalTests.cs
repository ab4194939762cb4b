using System.Text.Json.Nodes;

namespace AddUserToGroup.DeploymentTests.Template;

/// <summary>tests/sam-local.json, the settings with which <c>sam local invoke</c> runs the files of tests/events.</summary>
public sealed class SamLocalTests
{
    private static readonly JsonObject Variables =
        JsonNode.Parse(Repository.ReadText("tests/sam-local.json"))!["Function"]!.AsObject();

    /// <summary>sam local passes no other variable on, and an empty one for each that is not set here.</summary>
    [Fact]
    public void Sets_every_variable_that_the_template_declares() => Expect.Set(
        Scenario.Template.Section("Resources")["Function"]!["Properties"]!["Environment"]!["Variables"]!.AsObject()
            .Select(variable => variable.Key),
        Variables.Select(setting => setting.Key));

    [Fact]
    public void Trusts_what_the_deployed_function_trusts()
    {
        var deployed = Scenario.EverythingNew.Deploy().Properties("Function")["Environment"]!["Variables"]!;

        Assert.All(
            ["SSL_CERT_FILE", "SSL_CERT_DIR"],
            name => Assert.Equal((string?)deployed[name], (string?)Variables[name]));
    }

    [Fact]
    public void Names_the_pool_of_the_events_administrator()
    {
        var administrator = JsonNode.Parse(Repository.ReadText("tests/events/allowed.json"))!["identity"]!;

        Assert.Equal((string?)administrator["issuer"], (string?)Variables["USER_POOL_ISSUER"]);
        Assert.EndsWith($"/{Variables["USER_POOL_ID"]}", (string?)administrator["issuer"], StringComparison.Ordinal);
    }
}
