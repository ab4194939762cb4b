using Acornima;
using Acornima.Ast;

namespace AddUserToGroup.Local.Tests.AppSync;

/// <summary>
/// The deployed resolver stays within what the runtime APPSYNC_JS 1.0.0 takes, where AWS's own linter, which the deployment
/// tests run on it, looks away.
/// </summary>
public sealed class DeployedFilesTests
{
    private static readonly string Resolver =
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "appsync", "addUserToGroup.js"));

    [Fact]
    public void Use_only_what_the_runtime_has() => Assert.Empty(Forbidden(Resolver));

    [Fact]
    public void Are_short_enough() => Assert.InRange(Resolver.Length, 1, 32_768);

    [Theory]
    [InlineData("throw 1;")]
    [InlineData("new Date();")]
    public void What_the_runtime_lacks_is_found(string code) => Assert.NotEmpty(Forbidden(code));

    private static IEnumerable<NodeType> Forbidden(string code) =>
        new Parser().ParseModule(code).DescendantNodesAndSelf()
            .Where(node => node is ThrowStatement or NewExpression)
            .Select(node => node.Type);
}
