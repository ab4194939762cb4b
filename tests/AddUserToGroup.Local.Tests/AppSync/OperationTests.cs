using System.Text.Json;

namespace AddUserToGroup.Local.Tests.AppSync;

public sealed class OperationTests
{
    [Theory]
    [InlineData("{ nope }", "Validation error of type FieldUndefined: ")]
    [InlineData("""mutation { addUserToGroup(userId: "a") { userId } }""", "Validation error of type MissingFieldArgument: ")]
    [InlineData("""mutation { addUserToGroup(userId: 1, groupName: "g") { userId } }""", "Validation error of type WrongType: ")]
    [InlineData("""mutation { addUserToGroup(userId: "a", groupName: "g") }""", "Validation error of type SubSelectionRequired: ")]
    [InlineData("""mutation { addUserToGroup(userId: "a", groupName: "g", x: 1) { userId } }""", "Validation error of type UnknownArgument: ")]
    [InlineData("""mutation { addUserToGroup(userId: $u, groupName: "g") { userId } }""", "Validation error of type UndefinedVariable: ")]
    [InlineData("""mutation($u: String!) { addUserToGroup(userId: $u, groupName: "g") { userId } }""", "Variable '$u'")]
    [InlineData("subscription { x }", "Schema is not configured for subscriptions")]
    public async Task Answers_an_invalid_operation_with_its_errors_and_never_runs_it(string query, string message)
    {
        await using var api = await TestApi.StartAsync();

        var response = await api.ExecuteAsync(query);

        Assert.Equal(JsonValueKind.Null, response.GetProperty("data").ValueKind);
        var error = response.GetProperty("errors")[0];
        Assert.Equal(["path", "locations", "message"], error.EnumerateObject().Select(member => member.Name));
        Assert.StartsWith(message, error.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Empty(api.Events);
    }

    [Fact]
    public async Task Runs_as_many_resolvers_in_a_request_as_the_template_lets()
    {
        var limit = (int)Template.Properties("GraphQLApi")["ResolverCountLimit"]!;
        await using var api = await TestApi.StartAsync();
        var fields = Enumerable.Range(0, limit + 2)
            .Select(number => $$"""f{{number}}: addUserToGroup(userId: "ann", groupName: "G{{number}}") { groupName }""");

        var response = await api.ExecuteAsync($$"""mutation { {{string.Join(' ', fields)}} }""");

        var data = response.GetProperty("data");
        Assert.Equal(
            Enumerable.Range(0, limit).Select(number => $"G{number}"),
            api.Events.Select(received => JsonElement.Parse(received).GetProperty("arguments").GetProperty("groupName").GetString()));
        Assert.Equal($"G{limit - 1}", data.GetProperty($"f{limit - 1}").GetProperty("groupName").GetString());
        Assert.Equal(JsonValueKind.Null, data.GetProperty($"f{limit}").ValueKind);
        Assert.Equal(
            Enumerable.Repeat("ResolverExecutionLimitReached", 2),
            response.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("errorType").GetString()));
    }

    [Fact]
    public async Task Runs_several_mutations_one_after_another_in_their_order()
    {
        await using var api = await TestApi.StartAsync(function: received =>
            received.Contains("\"two\"", StringComparison.Ordinal)
                ? """{"error":{"type":"UserNotFound","message":"No such user."}}"""
                : """{"data":{"userId":"u","groupName":"g"}}""");

        var response = await api.ExecuteAsync(
            """
            mutation {
              a: addUserToGroup(userId: "one", groupName: "g") { userId }
              b: addUserToGroup(userId: "two", groupName: "g") { userId }
              c: addUserToGroup(userId: "three", groupName: "g") { userId }
            }
            """);

        Assert.Equal(
            ["one", "two", "three"],
            api.Events.Select(received =>
                JsonElement.Parse(received).GetProperty("arguments").GetProperty("userId").GetString()));
        Assert.Equal("""{"a":{"userId":"u"},"b":null,"c":{"userId":"u"}}""", response.GetProperty("data").GetRawText());
        var error = Assert.Single(response.GetProperty("errors").EnumerateArray());
        Assert.Equal("""["b"]""", error.GetProperty("path").GetRawText());
        Assert.Equal("""[{"line":3,"column":3,"sourceName":null}]""", error.GetProperty("locations").GetRawText());
    }
}
