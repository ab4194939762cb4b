using AddUserToGroup.DeploymentTests.Npm;

namespace AddUserToGroup.DeploymentTests.Resolver;

/// <summary>
/// The deployed resolver through the tools that AWS publishes to check resolver code with. What they miss (<c>throw</c>,
/// <c>new Date</c>) the local stack's tests look for, beside running it.
/// </summary>
public sealed class ResolverTests
{
    // The types that AppSync calls the two handlers with; the code itself is JavaScript and names none.
    private const string Request =
        """
        /**
         * @param {import("@aws-appsync/utils").Context} ctx
         * @returns {import("@aws-appsync/utils").LambdaRequest}
         */

        """;

    private const string Response =
        """
        /** @param {import("@aws-appsync/utils").Context} ctx */

        """;

    private const string CompilerOptions =
        """
        {
          "compilerOptions": {
            "allowJs": true,
            "checkJs": true,
            "strict": true,
            "noEmit": true,
            "target": "es2022",
            "module": "es2022",
            "moduleResolution": "bundler",
            "types": []
          },
          "files": ["resolver.js"]
        }
        """;

    private static readonly string Deployed = Repository.ReadText("src/appsync/addUserToGroup.js");

    [ToolFact("node")]
    public async Task Passes_the_linter() => (await LintAsync(Deployed)).AssertSuccess();

    [ToolFact("node")]
    public async Task Passes_the_compiler() => (await CheckTypesAsync(Deployed)).AssertSuccess();

    /// <summary>So that passing means something.</summary>
    [ToolFact("node")]
    public async Task Passes_neither_with_what_the_runtime_lacks()
    {
        const string Start = "export function request(ctx) {";
        Assert.Contains(Start, Deployed, StringComparison.Ordinal);
        var code = Deployed.Replace(Start, $"{Start} while (ctx.args.userId) {{ util.errors(1); }}", StringComparison.Ordinal);

        Assert.Contains("@aws-appsync/no-while", (await LintAsync(code)).Output, StringComparison.Ordinal);
        Assert.Contains("TS2551", (await CheckTypesAsync(code)).Output, StringComparison.Ordinal);
    }

    /// <summary><c>@aws-appsync/eslint-plugin</c>, all its rules.</summary>
    private static Task<ToolResult> LintAsync(string code) => RunAsync(
        code, (npm, workspace) => Tool.RunAsync(
            "node",
            [npm.Module("eslint/bin/eslint.js"), "--max-warnings", "0", Path.Combine(workspace, "resolver.js")],
            Path.Combine(workspace, "..", "..")));

    /// <summary>The TypeScript compiler with <c>@aws-appsync/utils</c>.</summary>
    private static Task<ToolResult> CheckTypesAsync(string code) => RunAsync(
        code, (npm, workspace) => Tool.RunAsync("node", [npm.Module("typescript/bin/tsc"), "--project", "."], workspace));

    private static async Task<ToolResult> RunAsync(string code, Func<NpmFolder, string, Task<ToolResult>> check)
    {
        var npm = await NpmFolder.EnsureAsync("tests/AddUserToGroup.DeploymentTests/Resolver");
        var workspace = npm.CreateWorkspace();
        try
        {
            var typed = code
                .Replace("export function request(", Request + "export function request(", StringComparison.Ordinal)
                .Replace("export function response(", Response + "export function response(", StringComparison.Ordinal);
            await File.WriteAllTextAsync(Path.Combine(workspace, "resolver.js"), typed);
            await File.WriteAllTextAsync(Path.Combine(workspace, "tsconfig.json"), CompilerOptions);
            return await check(npm, workspace);
        }
        finally
        {
            Directory.Delete(workspace, recursive: true);
        }
    }
}
