using System.Diagnostics;
using System.Text.Json.Nodes;
using AddUserToGroup.Shared.Contract;
using AddUserToGroup.Shared.Faults;
using AddUserToGroup.Shared.Lambda;

namespace AddUserToGroup.DeploymentTests.Publishing;

/// <summary>The native binary for arm64, built on another architecture and run under emulation.</summary>
public sealed class Arm64Tests : IDisposable
{
    private static readonly IReadOnlyDictionary<string, string> Expected = new Dictionary<string, string>
    {
        ["allowed"] = Responses.Data,
        ["allowed-updated-issuer"] = Responses.Data,
        ["allowed-amplify"] = Responses.Value,
        ["allowed-direct-resolver"] = Responses.Value,
        ["in-no-group"] = Responses.Error("Unauthorized"),
        ["administrator-of-another-pool"] = Responses.Error("Unauthorized"),
    };

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    public void Dispose() => _folder.Delete(recursive: true);

    [ToolFact("all", "linux", "arm64")]
    public async Task Responds_to_events_as_on_the_machines_own_architecture()
    {
        (await Tool.RunAsync(
            Tool.DotNet,
            [
                "publish", Repository.Function, "-c", "Release", "-r", "linux-arm64", "-o", Path.Combine(_folder.FullName, "function"),
                "-p:AllowStandInPublish=true", "-p:RunAnalyzers=false", "--artifacts-path", Path.Combine(_folder.FullName, "artifacts"),
            ])).AssertSuccess();
        await using var cognito = new CognitoEndpoint();
        await using var runtime = await FakeRuntimeApi.StartAsync();
        await using var function = ExecutableProcess.Start(Emulate(Path.Combine(_folder.FullName, "function", "AddUserToGroup"), runtime, cognito));

        foreach (var (name, response) in Expected)
        {
            using var timeout = new CancellationTokenSource(TimeSpan.FromMinutes(1));
            var json = await File.ReadAllBytesAsync(Path.Combine(Repository.Folder, "tests", "events", $"{name}.json"), timeout.Token);

            Assert.Equal(response, (await runtime.InvokeAsync(json, timeout.Token)).Text);
        }
    }

    private static ProcessStartInfo Emulate(string binary, FakeRuntimeApi runtime, CognitoEndpoint cognito)
    {
        var settings = JsonNode.Parse(Repository.ReadText("tests/sam-local.json"))!["Function"]!;
        return new("qemu-aarch64", [binary])
        {
            Environment =
            {
                ["AWS_LAMBDA_RUNTIME_API"] = runtime.Address,
                ["AWS_REGION"] = "us-east-1",
                ["AWS_ACCESS_KEY_ID"] = "AKIDEXAMPLE",
                ["AWS_SECRET_ACCESS_KEY"] = "an example of a secret",
                ["USER_POOL_ID"] = (string?)settings["USER_POOL_ID"],
                ["USER_POOL_ISSUER"] = (string?)settings["USER_POOL_ISSUER"],
                ["AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER"] = cognito.Address.ToString(),
            },
        };
    }
}
