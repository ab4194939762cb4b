using System.Globalization;
using System.Reflection;
using System.Runtime.Versioning;
using System.Text.Json.Nodes;
using AddUserToGroup.DeploymentTests.Template.Evaluation;

namespace AddUserToGroup.DeploymentTests.Template;

/// <summary>The function is deployed as its code needs it.</summary>
public sealed class FunctionTests
{
    private static readonly Assembly Code = typeof(Settings).Assembly;

    [Fact]
    public void Runs_the_executable_on_the_runtime_that_it_is_built_for()
    {
        var function = Scenario.EverythingNew.Deploy().Properties("Function");

        // With a colon it would name a method in a class library.
        Assert.Equal(Code.GetName().Name, Evaluator.Text(function["Handler"]));
        var framework = new FrameworkName(Code.GetCustomAttribute<TargetFrameworkAttribute>()!.FrameworkName);
        Assert.Equal($"dotnet{framework.Version.Major}", Evaluator.Text(function["Runtime"]));
        // AppSync waits 30 seconds.
        Assert.InRange(int.Parse(Evaluator.Text(function["Timeout"]), CultureInfo.InvariantCulture), 5, 29);
    }

    [Fact]
    public void Gets_the_settings_of_its_pool() => Assert.All(Scenario.All, scenario =>
    {
        var variables = Variables(scenario, ("AssignableGroups", "EDITORS READERS"));

        Assert.Equal(scenario.UserPoolId, Evaluator.Text(variables["USER_POOL_ID"]));
        Assert.Equal(scenario.UserPoolIssuer, Evaluator.Text(variables["USER_POOL_ISSUER"]));
        Assert.Equal("EDITORS READERS", Evaluator.Text(variables["ASSIGNABLE_GROUPS"]));
    });

    [Fact]
    public void Gets_no_setting_that_it_does_not_read()
    {
        List<string> read = [];
        var variables = Variables(Scenario.NothingNew);

        Settings.Read(name =>
        {
            read.Add(name);
            return (string?)variables[name];
        });

        // The SDK's own, which nobody sets in AWS.
        Expect.Set(read.Distinct().Except(["AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER"]), variables.Select(variable => variable.Key));
    }

    [Fact]
    public void Trusts_the_root_certificates_that_are_published_with_it()
    {
        var file = Evaluator.Text(Variables(Scenario.EverythingNew)["SSL_CERT_FILE"]);

        Assert.StartsWith("/var/task/", file, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(AppContext.BaseDirectory, Path.GetFileName(file))), file);
    }

    /// <summary>Additions are logged at the level INFO.</summary>
    [Fact]
    public void Logs_additions_as_JSON_at_every_level_that_can_be_chosen()
    {
        Expect.Json("""["TRACE", "DEBUG", "INFO"]""", Scenario.Template.Section("Parameters")["LogLevel"]!["AllowedValues"]);
        Expect.Json(
            """{ "LogFormat": "JSON", "ApplicationLogLevel": "INFO", "SystemLogLevel": "INFO", "LogGroup": "<FunctionLogGroup>" }""",
            Scenario.EverythingNew.Deploy().Properties("Function")["LoggingConfig"]);
    }

    private static JsonObject Variables(Scenario scenario, params (string Name, string Value)[] parameters) =>
        scenario.Deploy(parameters).Properties("Function")["Environment"]!["Variables"]!.AsObject();
}
