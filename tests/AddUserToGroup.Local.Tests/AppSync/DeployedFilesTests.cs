using Acornima;
using Acornima.Ast;

namespace AddUserToGroup.Local.Tests.AppSync;

/// <summary>The deployed resolver stays within what the runtime APPSYNC_JS 1.0.0 takes.</summary>
public sealed class DeployedFilesTests
{
    private static readonly string Resolver =
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "appsync", "addUserToGroup.js"));

    [Fact]
    public void The_resolver_uses_only_what_the_runtime_has() => Assert.Empty(Forbidden(Resolver));

    [Fact]
    public void The_resolver_is_short_enough() => Assert.InRange(Resolver.Length, 1, 32_768);

    [Theory]
    [InlineData("throw 1;")]
    [InlineData("try { f(); } catch { }")]
    [InlineData("while (f()) { }")]
    [InlineData("do { } while (f())")]
    [InlineData("for (let i = 0; i < 1; i += 1) { }")]
    [InlineData("for (const x of f()) { continue; }")]
    [InlineData("a: for (const x of f()) { }")]
    [InlineData("let i = 0; i++;")]
    [InlineData("let i = 0; --i;")]
    [InlineData("~1;")]
    [InlineData("'a' in f();")]
    [InlineData("/a/.test('a');")]
    [InlineData("async function g() { }")]
    [InlineData("(async () => await f())();")]
    [InlineData("function* g() { yield 1; }")]
    [InlineData("class A { }")]
    [InlineData("new Date();")]
    [InlineData("this.x;")]
    [InlineData("f`a`;")]
    [InlineData("import('x');")]
    public void What_the_runtime_lacks_is_found(string code) => Assert.NotEmpty(Forbidden(code));

    private static IEnumerable<NodeType> Forbidden(string code) =>
        new Parser().ParseModule(code).DescendantNodesAndSelf().Where(IsForbidden).Select(node => node.Type);

    private static bool IsForbidden(Node node) => node switch
    {
        ThrowStatement or TryStatement or WhileStatement or DoWhileStatement or ForStatement => true,
        ContinueStatement or LabeledStatement or UpdateExpression => true,
        NonUpdateUnaryExpression { Operator: Operator.BitwiseNot } => true,
        BinaryExpression { Operator: Operator.In } => true,
        RegExpLiteral or TaggedTemplateExpression or ImportExpression => true,
        IFunction { Async: true } or IFunction { Generator: true } or AwaitExpression or YieldExpression => true,
        IClass or NewExpression or ThisExpression => true,
        _ => false,
    };
}
