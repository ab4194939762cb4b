using System.Text.Json;
using System.Text.RegularExpressions;
using AddUserToGroup.DeploymentTests.Npm;

namespace AddUserToGroup.DeploymentTests.Resolver;

/// <summary>
/// AWS's tools check the deployed resolver, and a copy with mistakes, which shows that they check at all. The local stack's tests
/// run the resolver and look for what the tools miss (<c>throw</c>, <c>new Date</c>).
/// </summary>
public sealed partial class ResolverTests : IAsyncLifetime
{
    private const string Start = "export function request(ctx) {";

    // The resolver is JavaScript and names no types.
    private const string RequestTypes =
        """
        /**
         * @param {import("@aws-appsync/utils").Context} ctx
         * @returns {import("@aws-appsync/utils").LambdaRequest}
         */

        """;

    private const string ResponseTypes =
        """
        /** @param {import("@aws-appsync/utils").Context} ctx */

        """;

    private const string Mistakes =
        """

          while (ctx.args.userId) { }
          "a".localeCompare("b");
          util.errors("message");
          util.error(1);
          if (ctx.args.groupName) return { operation: "Invoked", payload: {} };
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
          "files": ["deployed.js", "mistaken.js"]
        }
        """;

    private string _workspace = "";
    private NpmFolder? _npm;

    public async Task InitializeAsync()
    {
        if (Requirements.Missing("node") is not null)
        {
            return;
        }

        _npm = await NpmFolder.EnsureAsync("tests/AddUserToGroup.DeploymentTests/Resolver");
        _workspace = _npm.CreateWorkspace();
        var deployed = Repository.ReadText("src/appsync/addUserToGroup.js");
        Assert.Contains(Start, deployed, StringComparison.Ordinal);
        var typed = deployed
            .Replace(Start, RequestTypes + Start, StringComparison.Ordinal)
            .Replace("export function response(", ResponseTypes + "export function response(", StringComparison.Ordinal);
        await WriteAsync("deployed.js", typed);
        await WriteAsync("mistaken.js", typed.Replace(Start, Start + Mistakes, StringComparison.Ordinal));
        await WriteAsync("tsconfig.json", CompilerOptions);
    }

    /// <summary><c>@aws-appsync/eslint-plugin</c>, all its rules.</summary>
    [ToolFact("node")]
    public async Task Passes_the_linter()
    {
        var result = await Tool.RunAsync(
            "node", [_npm!.Module("eslint/bin/eslint.js"), "--format", "json", _workspace], Path.Combine(_workspace, "..", ".."));

        using var files = JsonDocument.Parse(result.Output);
        Assert.Equal(
            ["@aws-appsync/no-disallowed-methods in mistaken.js", "@aws-appsync/no-while in mistaken.js"],
            from file in files.RootElement.EnumerateArray()
            from message in file.GetProperty("messages").EnumerateArray()
            orderby message.GetProperty("ruleId").GetString()
            select $"{message.GetProperty("ruleId")} in {Path.GetFileName(file.GetProperty("filePath").GetString())}");
    }

    /// <summary>The TypeScript compiler with <c>@aws-appsync/utils</c>.</summary>
    [ToolFact("node")]
    public async Task Passes_the_compiler()
    {
        var result = await Tool.RunAsync("node", [_npm!.Module("typescript/bin/tsc"), "--project", "."], _workspace);

        Assert.Equal(
            ["mistaken.js TS2345", "mistaken.js TS2551", "mistaken.js TS2820"],
            Finding.Matches(result.Output).Select(match => $"{match.Groups[1]} {match.Groups[2]}").Order(StringComparer.Ordinal));
    }

    public Task DisposeAsync()
    {
        if (_workspace.Length > 0)
        {
            Directory.Delete(_workspace, recursive: true);
        }

        return Task.CompletedTask;
    }

    private Task WriteAsync(string name, string text) => File.WriteAllTextAsync(Path.Combine(_workspace, name), text);

    [GeneratedRegex(@"^(\S+)\(\d+,\d+\): error (TS\d+)", RegexOptions.Multiline)]
    private static partial Regex Finding { get; }
}
