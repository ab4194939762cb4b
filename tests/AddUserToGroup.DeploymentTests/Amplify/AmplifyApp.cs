using AddUserToGroup.DeploymentTests.Npm;
using AddUserToGroup.Rules;

namespace AddUserToGroup.DeploymentTests.Amplify;

/// <summary>A copy of the app in src/amplify, with a placeholder for the published function and a front end.</summary>
internal sealed class AmplifyApp : IDisposable
{
    private const string Tests = "tests/AddUserToGroup.DeploymentTests/Amplify";
    private const string Client = "src/addUserToGroup.ts";
    private const string Published = "amplify/data/add-user-to-group/function";

    // What `ampx` passes to the CDK app: the names identify the stack, and the last line has CDK name the nested templates.
    private const string Context =
        """
        {
          "amplify-backend-namespace": "app",
          "amplify-backend-name": "main",
          "amplify-backend-type": "standalone",
          "aws:cdk:enable-asset-metadata": true
        }
        """;

    private const string ExistingPool =
        """
          userPoolId: "us-east-1_AbCdEf123",
          userPoolClientId: "1h57kf5cpq17m0eml12EXAMPLE",
          identityPoolId: "us-east-1:b73cb2d2-0d00-4e77-8e80-f99d9c13da3b",
          authRoleArn: "arn:aws:iam::111122223333:role/SignedIn",
          unauthRoleArn: "arn:aws:iam::111122223333:role/SignedOut",
        """;

    private static readonly string[] Sources =
    [
        "amplify/auth/resource.ts", "amplify/data/resource.ts", "amplify/data/add-user-to-group/resource.ts", "amplify/backend.ts", "tsconfig.json",
    ];

    private static readonly Dictionary<AppVariant, (string Old, string New)[]> Replacements = new()
    {
        [AppVariant.OurFiles] = [],
        [AppVariant.DocumentationSchema] = [("""a.ref("AddUserToGroupResult")""", "a.json()"), ("\"userPool\"", "\"iam\"")],
        [AppVariant.ReferencedAuth] =
        [
            ("import { defineAuth }", "import { referenceAuth }"),
            ("defineAuth({\n  loginWith: { email: true },", $"referenceAuth({{\n{ExistingPool}"),
            ($"  groups: [\"{MembershipRules.AdministratorsGroup}\", \"EDITORS\"],\n", ""),
        ],
    };

    private readonly NpmFolder _npm;
    private readonly string _folder;

    private AmplifyApp(NpmFolder npm, string folder)
    {
        _npm = npm;
        _folder = folder;
    }

    /// <summary>What CloudFormation would receive.</summary>
    public required CloudAssembly Backend { get; init; }

    public static async Task<AmplifyApp> CreateAsync(AppVariant variant, params (string Old, string New)[] further)
    {
        var npm = await NpmFolder.EnsureAsync("src/amplify");
        var folder = npm.CreateWorkspace();
        var sources = Sources.ToDictionary(file => file, file => Repository.ReadText($"src/amplify/{file}"));
        foreach (var (old, replacement) in Replacements[variant].Concat(further))
        {
            var file = Assert.Single(sources, source => source.Value.Contains(old, StringComparison.Ordinal)).Key;
            sources[file] = sources[file].Replace(old, replacement, StringComparison.Ordinal);
        }

        // README.md has people copy the client to there.
        sources[Client] = Repository.ReadText("src/AddUserToGroup.Local/Page/addUserToGroup.ts");
        foreach (var file in new[] { "src/main.ts", "call-client.js", "tsconfig.vite.json", "tsconfig.next.json" })
        {
            sources[file] = Repository.ReadText($"{Tests}/{Path.GetFileName(file)}");
        }

        sources[$"{Published}/AddUserToGroup.dll"] = sources[$"{Published}/AddUserToGroup.pdb"] = "";
        foreach (var (file, text) in sources)
        {
            var path = Path.Combine(folder, file);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllTextAsync(path, text);
        }

        var assembly = Path.Combine(folder, "cdk.out");
        var synthesis = await Tool.RunAsync(
            "node",
            [npm.Module("tsx/dist/cli.mjs"), Path.Combine("amplify", "backend.ts")],
            folder,
            [new("CDK_OUTDIR", assembly), new("CDK_CONTEXT_JSON", Context)]);
        synthesis.AssertSuccess();
        return new(npm, folder) { Backend = CloudAssembly.Load(assembly) };
    }

    public Task<ToolResult> CheckTypesAsync(string settings) =>
        Tool.RunAsync("node", [_npm.Module("typescript/bin/tsc"), "--project", settings], _folder);

    /// <summary>Calls the mutation with the client's code.</summary>
    /// <param name="response">The API's response.</param>
    /// <returns>JSON with the <c>authorization</c> that was sent and the client's <c>result</c>.</returns>
    public async Task<string> CallClientAsync(string response)
    {
        var call = await Tool.RunAsync(
            "node", [_npm.Module("tsx/dist/cli.mjs"), "call-client.js", Path.Combine(_folder, Client), response], _folder);
        call.AssertSuccess();
        return call.Output.Trim();
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
