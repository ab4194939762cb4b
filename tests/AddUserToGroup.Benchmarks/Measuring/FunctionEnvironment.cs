using System.Diagnostics;
using AddUserToGroup.Benchmarks.Candidates;
using AddUserToGroup.Benchmarks.Endpoints;

namespace AddUserToGroup.Benchmarks.Measuring;

/// <summary>The environment of a function in Lambda, and nothing of the developer's own.</summary>
internal static class FunctionEnvironment
{
    public static ProcessStartInfo Describe(Candidate candidate, SampleEvents events, string runtimeApi, string cognito)
    {
        var home = BuildPaths.Artifacts("home");
        var description = new ProcessStartInfo(candidate.FileName, candidate.Arguments)
        {
            WorkingDirectory = home,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        description.Environment.Clear();
        Dictionary<string, string> variables = new()
        {
            ["HOME"] = home,
            ["PATH"] = Environment.GetEnvironmentVariable("PATH") ?? "",
            ["LANG"] = "en_US.UTF-8",
            ["TZ"] = ":UTC",
            ["AWS_LAMBDA_RUNTIME_API"] = runtimeApi,
            ["AWS_LAMBDA_FUNCTION_NAME"] = "AddUserToGroup",
            ["AWS_LAMBDA_FUNCTION_VERSION"] = "$LATEST",
            ["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"] = "512",
            ["AWS_LAMBDA_LOG_FORMAT"] = "JSON",
            ["AWS_LAMBDA_LOG_GROUP_NAME"] = "/aws/lambda/AddUserToGroup",
            ["AWS_LAMBDA_LOG_STREAM_NAME"] = "2026/01/01/[$LATEST]0",
            ["AWS_LAMBDA_INITIALIZATION_TYPE"] = "on-demand",
            ["AWS_REGION"] = SandboxCredentials.Region,
            ["AWS_DEFAULT_REGION"] = SandboxCredentials.Region,
            ["AWS_ACCESS_KEY_ID"] = SandboxCredentials.AccessKeyId,
            ["AWS_SECRET_ACCESS_KEY"] = SandboxCredentials.SecretAccessKey,
            ["AWS_SESSION_TOKEN"] = SandboxCredentials.SessionToken,
            ["AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER"] = cognito,
            ["USER_POOL_ID"] = events.UserPoolId,
            ["USER_POOL_ISSUER"] = events.UserPoolIssuer,
        };
        foreach (var (name, value) in variables.Concat(candidate.Trust))
        {
            description.Environment[name] = value;
        }

        return description;
    }
}
