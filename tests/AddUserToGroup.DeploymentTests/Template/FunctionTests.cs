using System.Globalization;
using System.Reflection;
using System.Runtime.Versioning;
using System.Text.Json.Nodes;
using AddUserToGroup.DeploymentTests.Template.Evaluation;
using AddUserToGroup.Results;

namespace AddUserToGroup.DeploymentTests.Template;

/// <summary>The function as its code needs it, and nothing that SAM would turn into more rights or another way in.</summary>
public sealed class FunctionTests
{
    private static readonly Assembly Code = typeof(ErrorType).Assembly;

    [Theory, EveryMode]
    public void Is_open_to_nothing_else_and_has_the_role_that_is_written_out(string mode)
    {
        var function = Mode.Named(mode).Deploy().Properties("Function");

        // Policies would widen the role, Events or FunctionUrlConfig would open another way in.
        Expect.Set(
            [
                "CodeUri", "Handler", "Runtime", "Architectures", "MemorySize", "Timeout", "Role", "Tracing", "LoggingConfig", "Environment",
            ],
            function.Select(property => property.Key));
        Assert.Equal("<FunctionRole.Arn>", Evaluator.Text(function["Role"]));
    }

    [Fact]
    public void Is_the_published_folder_as_it_is()
    {
        var deployment = Mode.All[0].Deploy();

        Assert.Equal("artifacts/function", Evaluator.Text(deployment.Properties("Function")["CodeUri"]));
        Expect.Json("""{ "SkipBuild": "true" }""", deployment.Resources["Function"]["Metadata"]);
    }

    [Fact]
    public void Runs_the_executable_that_is_built_on_the_runtime_that_it_is_built_for()
    {
        var function = Mode.All[0].Deploy().Properties("Function");

        // With a colon it would name a method in a class library.
        Assert.Equal(Code.GetName().Name, Evaluator.Text(function["Handler"]));
        var framework = new FrameworkName(Code.GetCustomAttribute<TargetFrameworkAttribute>()!.FrameworkName);
        Assert.Equal($"dotnet{framework.Version.Major}", Evaluator.Text(function["Runtime"]));
    }

    [Theory, EveryMode]
    public void Gets_the_settings_of_its_pool_and_Amazons_roots_alone(string name)
    {
        var mode = Mode.Named(name);

        Expect.Json(
            $$"""
            {
              "USER_POOL_ID": "{{mode.UserPoolId}}",
              "USER_POOL_ISSUER": "{{mode.UserPoolIssuer}}",
              "ASSIGNABLE_GROUPS": "EDITORS READERS",
              "SSL_CERT_FILE": "/var/task/amazon-roots.pem",
              "SSL_CERT_DIR": "/var/task/no-other-roots"
            }
            """,
            Variables(mode, ("AssignableGroups", "EDITORS READERS")));
        Assert.True(File.Exists(Path.Combine(AppContext.BaseDirectory, "amazon-roots.pem")), "It is not published with the function.");
    }

    [Fact]
    public void Reads_the_settings_that_it_gets_and_no_other()
    {
        var variables = Variables(Mode.Named("existing user pool"), ("TrustedRoots", "system"));
        List<string> read = [];

        Settings.Read(name =>
        {
            read.Add(name);
            return (string?)variables[name];
        });

        // The SDK's own, which nobody sets in AWS.
        Expect.Set(read.Distinct().Except(["AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER"]), variables.Select(variable => variable.Key));
    }

    [Fact]
    public void Answers_before_AppSync_gives_up_after_30_seconds() => Assert.InRange(
        int.Parse(Evaluator.Text(Mode.All[0].Deploy().Properties("Function")["Timeout"]), CultureInfo.InvariantCulture), 5, 29);

    [Fact]
    public void Logs_additions_at_every_level_on_offer_as_JSON()
    {
        Expect.Json("""["TRACE", "DEBUG", "INFO"]""", Mode.Template.Section("Parameters")["LogLevel"]!["AllowedValues"]);
        Expect.Json(
            """{ "LogFormat": "JSON", "ApplicationLogLevel": "INFO", "SystemLogLevel": "INFO", "LogGroup": "<FunctionLogGroup>" }""",
            Mode.All[0].Deploy().Properties("Function")["LoggingConfig"]);
    }

    private static JsonObject Variables(Mode mode, params (string Name, string Value)[] parameters) =>
        mode.Deploy(parameters).Properties("Function")["Environment"]!["Variables"]!.AsObject();
}
