using AddUserToGroup.DeploymentTests.Npm;

namespace AddUserToGroup.DeploymentTests.Amplify;

/// <summary>An Amplify project that consists of the README's files, with a stand-in for the published function.</summary>
internal sealed class AmplifyProject : IDisposable
{
    private const string FunctionFolder = "amplify/functions/add-user-to-group";

    private const string CompilerOptions =
        """
        {
          "compilerOptions": {
            "strict": true,
            "noUncheckedIndexedAccess": true,
            "noEmit": true,
            "skipLibCheck": true,
            "target": "es2022",
            "module": "es2022",
            "moduleResolution": "bundler",
            "lib": ["es2023", "dom"],
            "types": ["node"]
          },
          "include": ["amplify", "src"]
        }
        """;

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

    private AmplifyProject(NpmFolder npm, string folder)
    {
        _npm = npm;
        _folder = folder;
    }

    private string Assembly => Path.Combine(_folder, "cdk.out");

    /// <param name="edits">What is to differ from the README.</param>
    public static async Task<AmplifyProject> CreateAsync(params Edit[] edits)
    {
        var files = ReadmeBlocks.TypeScript.ToDictionary(
            file => file.Key,
            file => edits.Where(edit => edit.File == file.Key).Aggregate(file.Value, (code, edit) => edit.Apply(code)));
        var npm = await NpmFolder.EnsureAsync("Amplify");
        var project = new AmplifyProject(npm, npm.CreateWorkspace());
        foreach (var (file, code) in files)
        {
            await project.WriteAsync(file, code);
        }

        await project.WriteAsync("tsconfig.json", CompilerOptions);
        await project.WriteAsync($"{FunctionFolder}/publish/AddUserToGroup.dll", "the function");
        await project.WriteAsync($"{FunctionFolder}/publish/AddUserToGroup.pdb", "its symbols");
        return project;
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
    /// <param name="answer">The API's answer.</param>
    /// <returns>JSON with the <c>authorization</c> that was sent and the <c>error</c> that was thrown.</returns>
    public async Task<string> CallClientAsync(string defaultMode, string answer)
    {
        var call = await Tool.RunAsync(
            "node",
            [
                _npm.Module("tsx/dist/cli.mjs"),
                Path.Combine(_folder, "..", "..", "call-client.js"),
                Path.Combine(_folder, "src", "add-user-to-group.ts"),
                Directory.GetFiles(Assembly, "modelIntrospectionSchema.json", SearchOption.AllDirectories).Single(),
                defaultMode,
                answer,
            ],
            _folder);
        call.AssertSuccess();
        return call.Output.Trim();
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task WriteAsync(string file, string text)
    {
        var path = Path.Combine(_folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllTextAsync(path, text);
    }
}
