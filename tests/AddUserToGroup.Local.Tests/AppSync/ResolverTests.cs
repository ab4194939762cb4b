using System.Text.Json;
using AddUserToGroup.Local.UserPool;

namespace AddUserToGroup.Local.Tests.AppSync;

public sealed class ResolverTests
{
    private const string Neutral = "The request could not be completed because of an internal error.";

    [Fact]
    public async Task Sends_the_function_arguments_and_identity_and_nothing_else()
    {
        await using var api = await TestApi.StartAsync();
        var token = api.UserPool.Issue([SampleUsers.AdministratorsGroup, "EDITORS"]);

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
        Assert.Equal($"""["{SampleUsers.AdministratorsGroup}","EDITORS"]""", identity.GetProperty("groups").GetRawText());
        Assert.Equal("""["127.0.0.1"]""", identity.GetProperty("sourceIp").GetRawText());
        Assert.Equal("ALLOW", identity.GetProperty("defaultAuthStrategy").GetString());
        Assert.Equal("11111111-2222-3333-4444-555555555555", identity.GetProperty("sub").GetString());
        Assert.Equal(
            "https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_TestPool1", identity.GetProperty("issuer").GetString());
        Assert.Equal("access", identity.GetProperty("claims").GetProperty("token_use").GetString());
    }

    [Theory]
    [InlineData("Unauthorized")]
    [InlineData("InvalidInput")]
    [InlineData("GroupNotAssignable")]
    [InlineData("UserNotFound")]
    [InlineData("GroupNotFound")]
    [InlineData("Throttled")]
    [InlineData("Unavailable")]
    public async Task Passes_on_the_type_and_message_of_an_error_that_the_function_returns(string type)
    {
        await using var api = await TestApi.StartAsync(
            function: _ => JsonSerializer.Serialize(new { error = new { type, message = "The sentence for it." } }));

        var response = await api.ExecuteAsync(TestApi.Mutation);

        TestApi.AssertError(response, type, "The sentence for it.");
    }

    [Theory]
    [InlineData("""{"errorType":"InvalidOperationException","errorMessage":"secret: arn:aws:cognito-idp"}""")]
    [InlineData("""{"errorType":"x"}""")]
    [InlineData("""["secret"]""")]
    [InlineData("secret")]
    [InlineData("")]
    public async Task Gives_a_neutral_sentence_for_a_function_that_failed(string document)
    {
        await using var api = await TestApi.StartAsync(function: _ => document, isError: true);

        var response = await api.ExecuteAsync(TestApi.Mutation);

        TestApi.AssertError(response, "InternalError", Neutral);
        Assert.DoesNotContain("secret", response.GetRawText(), StringComparison.Ordinal);
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
    public async Task Gives_an_internal_error_for_what_is_neither_data_nor_error(string returned)
    {
        await using var api = await TestApi.StartAsync(function: _ => returned);

        var response = await api.ExecuteAsync(TestApi.Mutation);

        TestApi.AssertError(response, "InternalError", Neutral);
        Assert.DoesNotContain("secret", response.GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"data":{"userId":"u"}}""")]
    [InlineData("""{"data":{"userId":1,"groupName":"g"}}""")]
    public async Task Gives_an_internal_failure_for_data_without_its_members(string returned)
    {
        await using var api = await TestApi.StartAsync(function: _ => returned);

        var response = await api.ExecuteAsync(TestApi.Mutation);

        TestApi.AssertError(response, "InternalFailure", "An internal failure occurred.");
    }

    [Fact]
    public async Task Gives_an_internal_failure_for_a_function_that_cannot_be_invoked_and_serves_the_next_request()
    {
        var calls = 0;
        await using var api = await TestApi.StartAsync(
            invoke: _ => calls++ == 0 ? throw new InvalidOperationException("secret \e[2J") : Task.CompletedTask);

        var first = await api.ExecuteAsync(TestApi.Mutation);
        var second = await api.ExecuteAsync(TestApi.Mutation);

        TestApi.AssertError(first, "InternalFailure", "An internal failure occurred.");
        Assert.Equal($"The GraphQL API failed: secret \\u001b[2J{Environment.NewLine}", api.Output);
        Assert.False(second.TryGetProperty("errors", out _));
    }

    [Theory]
    [InlineData("while (true) { }")]
    [InlineData("const f = () => f(); f();")]
    [InlineData("util.autoUlid();")]
    public async Task Ends_a_resolver_that_does_not_end_or_uses_what_is_missing_and_shows_the_reason(string code)
    {
        await using var api = await TestApi.StartAsync(resolver:
            $$"""
            import { util } from "@aws-appsync/utils";
            export function request(ctx) { {{code}} return { operation: "Invoke", payload: {} }; }
            export function response(ctx) { return ctx.result; }
            """);

        var response = await api.ExecuteAsync(TestApi.Mutation);

        TestApi.AssertError(response, "Code", "Runtime Error");
        Assert.StartsWith("addUserToGroup.js failed: ", api.Output, StringComparison.Ordinal);
        Assert.Empty(api.Events);
    }
}
