using System.Globalization;
using System.Text.Json.Nodes;
using AddUserToGroup.DeploymentTests.Template.Evaluation;

namespace AddUserToGroup.DeploymentTests.Template.Checks;

/// <summary>The function as its code needs it, and nothing that SAM would turn into more rights.</summary>
internal static class FunctionChecks
{
    private static readonly TimeSpan AppSyncWaits = TimeSpan.FromSeconds(30);

    /// <summary>
    /// The whole list: <c>Policies</c> would widen the role, <c>Events</c> or <c>FunctionUrlConfig</c> would open another
    /// way in.
    /// </summary>
    public static void Properties(DeployedFiles files, Mode mode) => Expect.Set(
        [
            "CodeUri", "Handler", "Runtime", "Architectures", "MemorySize", "Timeout", "Role", "Tracing", "LoggingConfig", "Environment",
        ],
        files.Deploy(mode).Properties("Function").Select(property => property.Key));

    public static void Code(DeployedFiles files, Mode mode)
    {
        var function = files.Deploy(mode).Properties("Function");

        Assert.Equal(FunctionSource.Folder, Evaluator.Text(function["CodeUri"]));
        // With a colon it would name a method in a class library.
        Assert.Equal(FunctionSource.AssemblyName, Evaluator.Text(function["Handler"]));
        Assert.Equal("net10.0", FunctionSource.TargetFramework);
        Assert.Equal("dotnet10", Evaluator.Text(function["Runtime"]));
    }

    public static void Role(DeployedFiles files, Mode mode) =>
        Expect.Json("\"<FunctionRole.Arn>\"", files.Deploy(mode).Properties("Function")["Role"]);

    public static void Settings(DeployedFiles files, Mode mode)
    {
        var variables = files.Deploy(mode, new() { ["AssignableGroups"] = "EDITORS READERS" })
            .Properties("Function")["Environment"]!["Variables"]!.AsObject();

        Expect.Set([.. FunctionSource.Settings, "SSL_CERT_FILE", "SSL_CERT_DIR"], variables.Select(variable => variable.Key));
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
            variables);
    }

    /// <summary>Amazon's roots alone, from the file that is published with the function, or those of the system.</summary>
    public static void TrustedRoots(DeployedFiles files, Mode mode)
    {
        var variables = files.Deploy(mode, new() { ["TrustedRoots"] = "system" })
            .Properties("Function")["Environment"]!["Variables"]!.AsObject();

        Expect.Set(FunctionSource.Settings, variables.Select(variable => variable.Key));
        Expect.Set(["amazon-roots.pem"], FunctionSource.PublishedRoots);
    }

    /// <summary>Enough to answer for itself, and still before AppSync gives up on it.</summary>
    public static void Timeout(DeployedFiles files, Mode mode)
    {
        var seconds = int.Parse(
            Evaluator.Text(files.Deploy(mode).Properties("Function")["Timeout"]), CultureInfo.InvariantCulture);

        Assert.InRange(TimeSpan.FromSeconds(seconds), FunctionSource.Margin * 2, AppSyncWaits - TimeSpan.FromSeconds(1));
    }

    public static void Log(DeployedFiles files, Mode mode)
    {
        var logLevels = CloudFormationTemplate.Read(files.Template).Section("Parameters")["LogLevel"]!["AllowedValues"]!;
        var deployment = files.Deploy(mode);

        Expect.Json("""["TRACE", "DEBUG", "INFO"]""", logLevels);
        Expect.Json(
            """
            { "LogFormat": "JSON", "ApplicationLogLevel": "INFO", "SystemLogLevel": "INFO", "LogGroup": "<FunctionLogGroup>" }
            """,
            deployment.Properties("Function")["LoggingConfig"]);
        Expect.Json("""{ "RetentionInDays": "365" }""", deployment.Properties("FunctionLogGroup"));
    }

    public static void Architecture(DeployedFiles files, Mode mode)
    {
        JsonNode? Deployed(Dictionary<string, string> parameters) =>
            files.Deploy(mode, parameters).Properties("Function")["Architectures"];

        Expect.Json("""["x86_64"]""", Deployed([]));
        Expect.Json("""["arm64"]""", Deployed(new() { ["Architecture"] = "arm64" }));
    }
}
