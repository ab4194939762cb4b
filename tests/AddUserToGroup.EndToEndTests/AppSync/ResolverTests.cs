using System.Text.Json;
using AddUserToGroup.Local.Lambda;

namespace AddUserToGroup.EndToEndTests.AppSync;

public sealed class ResolverTests
{
    private const string Neutral = "The request could not be completed because of an internal error.";

    private const string Passing =
        """
        export function request(ctx) { return { operation: "Invoke", payload: ctx }; }
        export function response(ctx) { return ctx.result; }
        """;

    [Fact]
    public async Task The_function_receives_arguments_and_identity_and_nothing_else()
    {
        await using var api = await TestApi.StartAsync();
        var token = api.UserPool.Issue(["ADMINS", "EDITORS"]);

        await api.ExecuteAsync(TestApi.Mutation, token);

        var received = Assert.Single(api.Events);
        Assert.DoesNotContain(token, received, StringComparison.Ordinal);
        var root = JsonElement.Parse(received);
        Assert.Equal(["arguments", "identity"], root.EnumerateObject().Select(member => member.Name));
        Assert.Equal("""{"userId":"ann","groupName":"EDITORS"}""", root.GetProperty("arguments").GetRawText());
        var identity = root.GetProperty("identity");
        Assert.Equal(
            ["claims", "defaultAuthStrategy", "groups", "issuer", "sourceIp", "sub", "username"],
            identity.EnumerateObject().Select(member => member.Name));
        Assert.Equal("""["ADMINS","EDITORS"]""", identity.GetProperty("groups").GetRawText());
        Assert.Equal("""["127.0.0.1"]""", identity.GetProperty("sourceIp").GetRawText());
        Assert.Equal("ALLOW", identity.GetProperty("defaultAuthStrategy").GetString());
        Assert.Equal("11111111-2222-3333-4444-555555555555", identity.GetProperty("sub").GetString());
        Assert.Equal("https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_TestPool1", identity.GetProperty("issuer").GetString());
        Assert.Equal("access", identity.GetProperty("claims").GetProperty("token_use").GetString());
    }

    [Fact]
    public async Task A_resolver_sees_what_AppSync_shows_it()
    {
        await using var api = await TestApi.StartAsync(schema: OpenSchema, resolver: Passing, function: _ => """{"userId":"u"}""");
        var token = api.UserPool.Issue();

        await api.ExecuteAsync(
            "mutation($u: String!) { addUserToGroup(userId: $u, groupName: \"g\") { ...F id: userId } } fragment F on Payload { __typename }",
            token,
            new { u = "ann" });

        var context = JsonElement.Parse(Assert.Single(api.Events));
        Assert.Equal(
            ["arguments", "args", "identity", "source", "result", "error", "prev", "stash", "outErrors", "request", "info"],
            context.EnumerateObject().Select(member => member.Name));
        Assert.Equal(JsonValueKind.Null, context.GetProperty("identity").GetProperty("groups").ValueKind);
        Assert.Equal(token, context.GetProperty("request").GetProperty("headers").GetProperty("authorization").GetString());
        var info = context.GetProperty("info");
        Assert.Equal("addUserToGroup", info.GetProperty("fieldName").GetString());
        Assert.Equal("Mutation", info.GetProperty("parentTypeName").GetString());
        Assert.Equal("""{"u":"ann"}""", info.GetProperty("variables").GetRawText());
        Assert.Equal("""["__typename","id"]""", info.GetProperty("selectionSetList").GetRawText());
        Assert.Contains("id: userId", info.GetProperty("selectionSetGraphQL").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Unauthorized")]
    [InlineData("InvalidInput")]
    [InlineData("GroupNotAssignable")]
    [InlineData("UserNotFound")]
    [InlineData("GroupNotFound")]
    [InlineData("Throttled")]
    [InlineData("Unavailable")]
    public async Task An_error_that_the_function_returns_keeps_its_type_and_message(string type)
    {
        await using var api = await TestApi.StartAsync(
            function: _ => JsonSerializer.Serialize(new { error = new { type, message = "The sentence for it." } }));

        var answer = await api.ExecuteAsync(TestApi.Mutation);

        AssertError(answer, type, "The sentence for it.");
    }

    [Theory]
    [InlineData("""{"errorType":"InvalidOperationException","errorMessage":"secret: arn:aws:cognito-idp"}""")]
    [InlineData("""{"errorType":"x"}""")]
    [InlineData("""["secret"]""")]
    [InlineData("secret")]
    [InlineData("")]
    public async Task A_function_that_failed_gives_a_neutral_sentence(string document)
    {
        await using var api = await TestApi.StartAsync(function: _ => document, functionError: "Unhandled");

        var answer = await api.ExecuteAsync(TestApi.Mutation);

        AssertError(answer, "InternalError", Neutral);
        Assert.DoesNotContain("secret", answer.GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("1")]
    [InlineData("true")]
    [InlineData("""{"data":null}""")]
    [InlineData("""{"error":{}}""")]
    [InlineData("""{"error":"secret"}""")]
    [InlineData("""{"error":{"type":"Odd"}}""")]
    [InlineData("""{"error":{"message":"secret"}}""")]
    [InlineData("""{"error":{"type":"InternalError","message":"secret"}}""")]
    [InlineData("""{"data":{"userId":"u","groupName":"g"},"error":{}}""")]
    [InlineData("""{"userId":"u","groupName":"g"}""")]
    public async Task An_answer_that_is_neither_data_nor_error_is_an_internal_error(string answerOfFunction)
    {
        await using var api = await TestApi.StartAsync(function: _ => answerOfFunction);

        var answer = await api.ExecuteAsync(TestApi.Mutation);

        AssertError(answer, "InternalError", Neutral);
        Assert.DoesNotContain("secret", answer.GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"data":{"userId":"u"}}""", "(/addUserToGroup/groupName)")]
    [InlineData("""{"data":{"userId":null,"groupName":"g"}}""", "(/addUserToGroup/userId)")]
    public async Task Data_without_its_members_is_an_error(string answerOfFunction, string path)
    {
        await using var api = await TestApi.StartAsync(function: _ => answerOfFunction);

        var answer = await api.ExecuteAsync(TestApi.Mutation);

        Assert.Equal(JsonValueKind.Null, answer.GetProperty("data").GetProperty("addUserToGroup").ValueKind);
        Assert.Equal(
            $"Cannot return null for non-nullable type: 'String' within parent 'AddUserToGroupResult' {path}",
            answer.GetProperty("errors")[0].GetProperty("message").GetString());
    }

    [Fact]
    public async Task A_function_that_cannot_be_invoked_is_an_internal_failure_and_the_next_request_works()
    {
        var calls = 0;
        await using var api = await TestApi.StartAsync(invoke: _ => calls++ == 0
            ? throw new InvalidOperationException("secret")
            : Task.FromResult(new InvocationResult("""{"data":{"userId":"u","groupName":"g"}}"""u8.ToArray(), null, "r", "")));

        var first = await api.ExecuteAsync(TestApi.Mutation);
        var second = await api.ExecuteAsync(TestApi.Mutation);

        AssertError(first, "InternalFailure", "An internal failure occurred.");
        Assert.DoesNotContain("secret", first.GetRawText(), StringComparison.Ordinal);
        Assert.False(second.TryGetProperty("errors", out _));
    }

    [Fact]
    public async Task A_request_ends_after_30_seconds()
    {
        var time = new ManualTime();
        await using var api = await TestApi.StartAsync(time: time, invoke: async cancellationToken =>
        {
            time.Advance(TimeSpan.FromSeconds(30));
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            throw new InvalidOperationException("Not reached.");
        });

        var answer = await api.ExecuteAsync(TestApi.Mutation);

        AssertError(answer, "ExecutionTimeout", "Execution timed out.");
    }

    [Theory]
    [InlineData("while (true) { }")]
    [InlineData("const f = () => f(); f();")]
    [InlineData("const all = []; while (true) { all.push('x'.repeat(1000000) + all.length); }")]
    [InlineData("util.autoUlid();")]
    [InlineData("util.time.nowISO8601();")]
    [InlineData("fetch('http://localhost');")]
    [InlineData("eval('1');")]
    [InlineData("ctx.nothing.here;")]
    public async Task Resolver_code_that_does_not_end_or_does_what_it_cannot_is_stopped(string code)
    {
        await using var api = await TestApi.StartAsync(resolver:
            $$"""
            import { util } from "@aws-appsync/utils";
            export function request(ctx) { {{code}} return { operation: "Invoke", payload: {} }; }
            export function response(ctx) { return ctx.result; }
            """);

        var answer = await api.ExecuteAsync(TestApi.Mutation);

        AssertError(answer, "Code", "Runtime Error");
        Assert.Empty(api.Events);
    }

    [Theory]
    [InlineData("export function request(ctx) {}")]
    [InlineData("export function request(ctx) {")]
    [InlineData("import { nope } from '@aws-appsync/utils'; " + Passing)]
    [InlineData("import { put } from '@aws-appsync/utils/dynamodb'; " + Passing)]
    public async Task What_is_no_resolver_does_not_start(string code) =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => TestApi.StartAsync(resolver: code));

    [Theory]
    [InlineData("return null;", "Value for field '$[operation]' not found.")]
    [InlineData("return { payload: 1 };", "Value for field '$[operation]' not found.")]
    [InlineData("return { operation: 'GetItem' };", "Unsupported operation 'GetItem': this API's data source knows Invoke.")]
    public async Task A_request_that_the_data_source_does_not_know_is_refused(string code, string message)
    {
        await using var api = await TestApi.StartAsync(resolver:
            $"export function request(ctx) {{ {code} }} export function response(ctx) {{ return ctx.result; }}");

        var answer = await api.ExecuteAsync(TestApi.Mutation);

        AssertError(answer, "MappingTemplate", message);
    }

    [Fact]
    public async Task The_utilities_report_errors_as_AppSync_does()
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

        var answer = await api.ExecuteAsync(TestApi.Mutation);
        var refusal = await api.ExecuteAsync("""mutation { addUserToGroup(userId: "refused", groupName: "g") { userId } }""");

        Assert.Equal(
            """
            {"errors":[{"path":["addUserToGroup"],"data":{"a":1},"errorType":"Warning","errorInfo":[true,"Lambda:Unhandled","why"],"locations":[{"line":1,"column":12,"sourceName":null}],"message":"careful"}],"data":{"addUserToGroup":{"userId":"ann","groupName":"g"}}}
            """.Trim(),
            answer.GetRawText());
        AssertError(refusal, "Unauthorized", "Not Authorized to access addUserToGroup on type Mutation");
    }

    private const string OpenSchema =
        """
        type Query { none: Boolean }
        type Mutation { addUserToGroup(userId: String!, groupName: String!): Payload @aws_cognito_user_pools }
        type Payload @aws_cognito_user_pools { userId: String! }
        """;

    private static void AssertError(JsonElement answer, string type, string message)
    {
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("data").GetProperty("addUserToGroup").ValueKind);
        var error = Assert.Single(answer.GetProperty("errors").EnumerateArray());
        Assert.Equal(
            ["path", "data", "errorType", "errorInfo", "locations", "message"], error.EnumerateObject().Select(member => member.Name));
        Assert.Equal(type, error.GetProperty("errorType").GetString());
        Assert.Equal(message, error.GetProperty("message").GetString());
    }
}
