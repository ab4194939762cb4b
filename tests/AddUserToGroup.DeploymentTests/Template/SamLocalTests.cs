using System.Text.Json.Nodes;

namespace AddUserToGroup.DeploymentTests.Template;

/// <summary>tests/sam-local.json, the settings with which <c>sam local invoke</c> runs the files of tests/events.</summary>
public sealed class SamLocalTests
{
    private static readonly JsonObject Settings =
        JsonNode.Parse(Repository.ReadText("tests/sam-local.json"))!["Function"]!.AsObject();

    [Fact]
    public void It_sets_what_the_function_reads_and_the_template_declares() =>
        // sam local passes on no variable that the template does not declare.
        Expect.Set(FunctionSource.Settings, Settings.Select(setting => setting.Key));

    [Fact]
    public void It_names_the_pool_of_the_events_administrator()
    {
        var administrator = JsonNode.Parse(Repository.ReadText("tests/events/allowed.json"))!["identity"]!;

        Assert.Equal((string?)administrator["issuer"], (string?)Settings["USER_POOL_ISSUER"]);
        Assert.EndsWith($"/{Settings["USER_POOL_ID"]}", (string?)administrator["issuer"], StringComparison.Ordinal);
    }
}
