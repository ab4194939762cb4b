using AddUserToGroup.DeploymentTests.Npm;

namespace AddUserToGroup.DeploymentTests.Amplify;

/// <summary>A copy of the app in src/amplify, with a stand-in for the published function.</summary>
internal sealed class AmplifyApp : IDisposable
{
    public const string Auth = "amplify/auth/resource.ts";
    public const string Data = "amplify/data/resource.ts";
    public const string Function = "amplify/data/add-user-to-group/resource.ts";

    private const string Client = "src/addUserToGroup.ts";
    private const string Published = "amplify/data/add-user-to-group/publish";

    // What `ampx` tells the CDK app: the values name the stack and nothing else. The last has CDK write down which
    // template a nested stack has.
    private const string Context =
        """
        {
          "amplify-backend-namespace": "app",
          "amplify-backend-name": "main",
          "amplify-backend-type": "standalone",
          "aws:cdk:enable-asset-metadata": true
        }
        """;

    private readonly NpmFolder _npm;
    private readonly string _folder;

    private AmplifyApp(NpmFolder npm, string folder)
    {
        _npm = npm;
        _folder = folder;
    }

    /// <summary>The schema and the default mode that the documentation page has, with this function behind them.</summary>
    public static IReadOnlyList<Edit> SchemaOfThePage { get; } =
    [
        new(Data, """a.ref("AddUserToGroupResult")""", "a.json()"),
        new(Data, "\"userPool\"", "\"iam\""),
    ];

    private string Assembly => Path.Combine(_folder, "cdk.out");

    /// <param name="edits">What is to differ from src/amplify.</param>
    public static async Task<AmplifyApp> CreateAsync(params IReadOnlyList<Edit> edits)
    {
        var npm = await NpmFolder.EnsureAsync("src/amplify");
        var app = new AmplifyApp(npm, npm.CreateWorkspace());
        foreach (var file in new[] { Auth, Data, Function, "amplify/backend.ts", "tsconfig.json" })
        {
            app.Write(file, edits.Where(edit => edit.File == file)
                .Aggregate(Repository.ReadText($"src/amplify/{file}"), (code, edit) => edit.Apply(code)));
        }

        // src/amplify/README.md has people copy it to there.
        app.Write(Client, Repository.ReadText("src/AddUserToGroup.Local/Page/addUserToGroup.ts"));
        // Beside the packages that it imports.
        app.Write("call-client.js", Repository.ReadText("tests/AddUserToGroup.DeploymentTests/Amplify/call-client.js"));
        app.Write($"{Published}/AddUserToGroup.dll", "the function");
        app.Write($"{Published}/AddUserToGroup.pdb", "its symbols");
        return app;
    }

    public Task<ToolResult> CheckTypesAsync() =>
        Tool.RunAsync("node", [_npm.Module("typescript/bin/tsc"), "--project", "."], _folder);

    public async Task<CloudAssembly> SynthesizeAsync()
    {
        var environment = new Dictionary<string, string?>
        {
            ["CDK_OUTDIR"] = Assembly,
            ["CDK_CONTEXT_JSON"] = Context,
        };
        var synthesis = await Tool.RunAsync(
            "node", [_npm.Module("tsx/dist/cli.mjs"), Path.Combine("amplify", "backend.ts")], _folder, environment);
        synthesis.AssertSuccess();
        return CloudAssembly.Load(Assembly);
    }

    /// <summary>Calls the mutation with the client's code; the backend must be synthesized.</summary>
    /// <param name="defaultMode">The API's default authorization mode.</param>
    /// <param name="response">The API's response.</param>
    /// <returns>JSON with the <c>authorization</c> that was sent and the client's <c>result</c>.</returns>
    public async Task<string> CallClientAsync(string defaultMode, string response)
    {
        var call = await Tool.RunAsync(
            "node",
            [
                _npm.Module("tsx/dist/cli.mjs"),
                "call-client.js",
                Path.Combine(_folder, Client),
                Directory.GetFiles(Assembly, "modelIntrospectionSchema.json", SearchOption.AllDirectories).Single(),
                defaultMode,
                response,
            ],
            _folder);
        call.AssertSuccess();
        return call.Output.Trim();
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Write(string file, string text)
    {
        var path = Path.Combine(_folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
