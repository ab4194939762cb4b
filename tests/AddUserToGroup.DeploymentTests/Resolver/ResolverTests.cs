using AddUserToGroup.DeploymentTests.Npm;

namespace AddUserToGroup.DeploymentTests.Resolver;

/// <summary>
/// The deployed resolver through AWS's own tools. What they miss (<c>throw</c>, <c>new Date</c>) the end-to-end tests
/// look for, beside running it.
/// </summary>
public sealed class ResolverTests
{
    private const string Start = "export function request(ctx) {";

    private static readonly string Deployed = Repository.ReadText("src/appsync/addUserToGroup.js");

    [ToolFact("node")]
    public async Task The_linter_finds_nothing() => (await ResolverChecks.LintAsync(Deployed)).AssertSuccess();

    [ToolFact("node")]
    public async Task The_compiler_finds_nothing() => (await ResolverChecks.CheckTypesAsync(Deployed)).AssertSuccess();

    [ToolTheory("node")]
    [InlineData("while (ctx.args.userId) { }", "@aws-appsync/no-while")]
    [InlineData("\"a\".localeCompare(\"b\");", "@aws-appsync/no-disallowed-methods")]
    public async Task The_linter_finds_what_the_runtime_lacks(string code, string rule)
    {
        var findings = await ResolverChecks.LintAsync(WithInRequest(code));

        Assert.NotEqual(0, findings.ExitCode);
        Assert.Contains(rule, findings.Output, StringComparison.Ordinal);
    }

    [ToolTheory("node")]
    [InlineData("util.errors(\"message\");", "TS2551")]
    [InlineData("util.time.nowISO();", "TS2339")]
    [InlineData("util.error(1);", "TS2345")]
    [InlineData("return { operation: \"Invoked\", payload: {} };", "TS2820")]
    public async Task The_compiler_finds_what_the_utilities_lack_and_wrong_types(string code, string number)
    {
        var findings = await ResolverChecks.CheckTypesAsync(WithInRequest(code));

        Assert.NotEqual(0, findings.ExitCode);
        Assert.Contains(number, findings.Output, StringComparison.Ordinal);
    }

    private static string WithInRequest(string code)
    {
        Assert.Contains(Start, Deployed, StringComparison.Ordinal);
        return Deployed.Replace(Start, $"{Start}\n  {code}", StringComparison.Ordinal);
    }
}
