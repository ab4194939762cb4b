using System.Text.Json;

namespace AddUserToGroup.Local.Tests.AppSync;

/// <summary>Other resolvers than the deployed one: what the runtime gives them and what it keeps them from.</summary>
public sealed class ResolverCodeTests
{
    private const string Passing =
        """
        export function request(ctx) { return { operation: "Invoke", payload: ctx }; }
        export function response(ctx) { return ctx.result; }
        """;

    private const string OpenSchema =
        """
        type Query { none: Boolean }
        type Mutation { addUserToGroup(userId: String!, groupName: String!): Payload @aws_cognito_user_pools }
        type Payload @aws_cognito_user_pools { userId: String! }
        """;

    [Fact]
    public async Task Sees_what_AppSync_shows_it()
    {
        await using var api = await TestApi.StartAsync(
            schema: OpenSchema, resolver: Passing, function: _ => """{"userId":"u"}""");
        var token = api.UserPool.Issue();

        await api.ExecuteAsync(
            """
            mutation($u: String!) { addUserToGroup(userId: $u, groupName: "g") { ...F id: userId } }
            fragment F on Payload { __typename }
            """,
            token,
            new { u = "ann" });

        var context = JsonElement.Parse(Assert.Single(api.Events));
        Assert.Equal(
            [
                "arguments", "args", "identity", "source", "result", "error", "prev", "stash", "outErrors", "request",
                "info",
            ],
            context.EnumerateObject().Select(member => member.Name));
        Assert.Equal(JsonValueKind.Null, context.GetProperty("identity").GetProperty("groups").ValueKind);
        Assert.Equal(
            token, context.GetProperty("request").GetProperty("headers").GetProperty("authorization").GetString());
        var info = context.GetProperty("info");
        Assert.Equal("addUserToGroup", info.GetProperty("fieldName").GetString());
        Assert.Equal("Mutation", info.GetProperty("parentTypeName").GetString());
        Assert.Equal("""{"u":"ann"}""", info.GetProperty("variables").GetRawText());
        Assert.Equal("""["__typename","id"]""", info.GetProperty("selectionSetList").GetRawText());
        Assert.Contains("id: userId", info.GetProperty("selectionSetGraphQL").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("while (true) { }")]
    [InlineData("const f = () => f(); f();")]
    [InlineData("const all = []; while (true) { all.push('x'.repeat(1000000) + all.length); }")]
    [InlineData("util.autoUlid();")]
    [InlineData("util.time.nowISO8601();")]
    public async Task Stops_where_it_does_not_end_or_does_what_it_cannot(string code)
    {
        await using var api = await TestApi.StartAsync(resolver:
            $$"""
            import { util } from "@aws-appsync/utils";
            export function request(ctx) { {{code}} return { operation: "Invoke", payload: {} }; }
            export function response(ctx) { return ctx.result; }
            """);

        var response = await api.ExecuteAsync(TestApi.Mutation);

        TestApi.AssertError(response, "Code", "Runtime Error");
        Assert.Empty(api.Events);
    }

    [Theory]
    [InlineData("export function request(ctx) {}")]
    [InlineData("export function request(ctx) {")]
    [InlineData("import { nope } from '@aws-appsync/utils'; " + Passing)]
    [InlineData("import { put } from '@aws-appsync/utils/dynamodb'; " + Passing)]
    public async Task Starts_only_where_it_is_a_resolver(string code) =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => TestApi.StartAsync(resolver: code));

    [Theory]
    [InlineData("return null;", "Value for field '$[operation]' not found.")]
    [InlineData("return { payload: 1 };", "Value for field '$[operation]' not found.")]
    [InlineData("return { operation: 'GetItem' };", "Unsupported operation 'GetItem': this API's data source knows Invoke.")]
    public async Task Refuses_a_request_that_the_data_source_does_not_know(string code, string message)
    {
        await using var api = await TestApi.StartAsync(resolver:
            $"export function request(ctx) {{ {code} }} export function response(ctx) {{ return ctx.result; }}");

        var response = await api.ExecuteAsync(TestApi.Mutation);

        TestApi.AssertError(response, "MappingTemplate", message);
    }

    [Fact]
    public async Task Reports_errors_with_the_utilities_as_in_AppSync()
    {
        const string Code =
            """
            import { util } from "@aws-appsync/utils";
            export function request(ctx) {
              if (ctx.args.userId === "refused") util.unauthorized();
              ctx.stash.seen = true;
              return { operation: "Invoke", payload: {} };
            }
            export function response(ctx) {
              util.appendError("careful", "Warning", { a: 1 }, [ctx.stash.seen, ctx.error.type, ctx.error.message]);
              return { userId: ctx.args.userId, groupName: "g" };
            }
            """;
        await using var api = await TestApi.StartAsync(
            resolver: Code, functionError: "Unhandled", function: _ => """{"errorMessage":"why"}""");

        var response = await api.ExecuteAsync(TestApi.Mutation);
        var refusal = await api.ExecuteAsync(
            """mutation { addUserToGroup(userId: "refused", groupName: "g") { userId } }""");

        Assert.Equal(
            """
            {"errors":[{"path":["addUserToGroup"],"data":{"a":1},"errorType":"Warning","errorInfo":[true,"Lambda:Unhandled","why"],"locations":[{"line":1,"column":12,"sourceName":null}],"message":"careful"}],"data":{"addUserToGroup":{"userId":"ann","groupName":"g"}}}
            """.Trim(),
            response.GetRawText());
        TestApi.AssertError(refusal, "Unauthorized", "Not Authorized to access addUserToGroup on type Mutation");
    }
}
