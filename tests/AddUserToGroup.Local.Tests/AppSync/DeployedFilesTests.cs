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
    public void Use_only_what_the_runtime_has() => Assert.DoesNotContain(
        new Parser().ParseModule(Resolver).DescendantNodesAndSelf(), node => node is ThrowStatement or NewExpression);

    [Fact]
    public void Are_short_enough() => Assert.InRange(Resolver.Length, 1, 32_768);
}
