using System.ComponentModel;
using System.Diagnostics;
using AddUserToGroup.Local.UserPool;

namespace AddUserToGroup.Local.Lambda;

/// <summary>Runs a build of the function as a process, with the environment that Lambda would give it.</summary>
/// <param name="path">A native executable, or a <c>.dll</c>, which is run with <c>dotnet</c>.</param>
/// <param name="userPool">The pool that the function changes.</param>
/// <param name="assignableGroups">The setting <c>ASSIGNABLE_GROUPS</c>; null to leave it unset.</param>
internal sealed class FunctionProcess(string path, UserPoolInfo userPool, string? assignableGroups = null)
{
    public const string Name = "AddUserToGroup";

    public const string Version = "$LATEST";

    // A shell's exit code for a program that it finds but cannot run.
    private const int CannotRun = 126;

    /// <inheritdoc cref="FunctionRunner"/>
    public async Task<int> RunAsync(string runtimeApi, Action<string> log, CancellationToken stop)
    {
        try
        {
            return await ChildProcess.RunAsync(Describe(runtimeApi), log, stop);
        }
        catch (Win32Exception exception)
        {
            log($"{path} cannot be run: {exception.Message}.");
            return CannotRun;
        }
    }

    /// <summary>The process as it will be started.</summary>
    public ProcessStartInfo Describe(string runtimeApi)
    {
        var directory = Path.GetDirectoryName(path)!;
        var description = path.EndsWith(".dll", StringComparison.OrdinalIgnoreCase)
            ? ChildProcess.Describe(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", directory, path)
            : ChildProcess.Describe(path, directory);
        foreach (var (name, value) in Settings(runtimeApi, directory))
        {
            description.Environment[name] = value;
        }

        if (assignableGroups is not null)
        {
            description.Environment["ASSIGNABLE_GROUPS"] = assignableGroups;
        }

        return description;
    }

    // Source: https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html#configuration-envvars-runtime
    private Dictionary<string, string> Settings(string runtimeApi, string directory) => new()
    {
        ["AWS_LAMBDA_RUNTIME_API"] = runtimeApi,
        ["AWS_LAMBDA_FUNCTION_NAME"] = Name,
        ["AWS_LAMBDA_FUNCTION_VERSION"] = Version,
        ["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"] = $"{Template.Properties("Function")["MemorySize"]}",
        ["AWS_LAMBDA_INITIALIZATION_TYPE"] = "on-demand",
        ["AWS_LAMBDA_LOG_GROUP_NAME"] = $"/aws/lambda/{Name}",
        ["AWS_LAMBDA_LOG_STREAM_NAME"] = "local",
        ["AWS_LAMBDA_LOG_FORMAT"] = "JSON",
        ["_HANDLER"] = Name,
        ["LAMBDA_TASK_ROOT"] = directory,
        ["AWS_REGION"] = "us-east-1",
        ["AWS_DEFAULT_REGION"] = "us-east-1",
        ["AWS_ACCESS_KEY_ID"] = "local",
        ["AWS_SECRET_ACCESS_KEY"] = "local",
        ["AWS_SESSION_TOKEN"] = "local",
        // Otherwise the SDK would find the developer's profile in the home folder.
        ["AWS_CONFIG_FILE"] = Path.Combine(directory, "none"),
        ["AWS_SHARED_CREDENTIALS_FILE"] = Path.Combine(directory, "none"),
        ["AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER"] = userPool.Endpoint.ToString(),
        ["USER_POOL_ID"] = userPool.Id,
        ["USER_POOL_ISSUER"] = userPool.Issuer,
    };
}
