using System.Text.Json;

namespace AddUserToGroup.Local.Tests.AppSync;

public sealed class AuthorizationTests
{
    private const string Mutation = """mutation { addUserToGroup(userId: "ann", groupName: "g") { userId } }""";

    private const string OpenMutation =
        "addUserToGroup(userId: String!, groupName: String!): Payload @aws_cognito_user_pools";

    [Fact]
    public async Task Lets_an_administrator_through()
    {
        await using var api = await TestApi.StartAsync();

        var response = await api.ExecuteAsync(TestApi.Mutation, api.UserPool.Issue(["EDITORS", "ADMINS"]));

        Assert.Equal("ann", response.GetProperty("data").GetProperty("addUserToGroup").GetProperty("userId").GetString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("EDITORS")]
    [InlineData("admins")]
    [InlineData("ADMINS2")]
    public async Task Refuses_whoever_is_no_administrator_before_the_resolver_runs(string? group)
    {
        await using var api = await TestApi.StartAsync();

        var response = await api.ExecuteAsync(TestApi.Mutation, api.UserPool.Issue(group is null ? null : [group]));

        Assert.Equal(
            """
            {"errors":[{"path":["addUserToGroup"],"data":null,"errorType":"Unauthorized","errorInfo":null,"locations":[{"line":1,"column":12,"sourceName":null}],"message":"Not Authorized to access addUserToGroup on type Mutation"}],"data":{"addUserToGroup":null}}
            """.Trim(),
            response.GetRawText());
        Assert.Empty(api.Events);
    }

    [Theory]
    [InlineData("type Payload { userId: String! }")]
    [InlineData("type Payload @aws_iam { userId: String! }")]
    [InlineData("type Payload @aws_auth(cognito_groups: [\"ADMINS\"]) { userId: String! }")]
    [InlineData("type Payload @aws_cognito_user_pools(cognito_groups: [\"OWNERS\"]) { userId: String! }")]
    [InlineData("type Payload @aws_cognito_user_pools { userId: String! @aws_iam }")]
    public async Task Refuses_a_payload_that_belongs_to_others_after_the_mutation_ran(string payload)
    {
        await using var api = await TestApi.StartAsync(schema: Schema(OpenMutation, payload));

        var response = await api.ExecuteAsync(Mutation);

        Assert.Equal(JsonValueKind.Null, response.GetProperty("data").GetProperty("addUserToGroup").ValueKind);
        var error = Assert.Single(response.GetProperty("errors").EnumerateArray());
        Assert.Equal("Unauthorized", error.GetProperty("errorType").GetString());
        Assert.Equal("Not Authorized to access userId on type Payload", error.GetProperty("message").GetString());
        Assert.Single(api.Events);
    }

    [Theory]
    [InlineData("type Payload @aws_iam @aws_cognito_user_pools { userId: String! }")]
    [InlineData("type Payload @aws_iam { userId: String! @aws_cognito_user_pools(cognito_groups: [\"A\", \"ADMINS\"]) }")]
    public async Task Asks_for_one_mode_of_several_and_for_a_fields_rather_than_its_types(string payload)
    {
        await using var api = await TestApi.StartAsync(schema: Schema(OpenMutation, payload));

        var response = await api.ExecuteAsync(Mutation);

        Assert.False(response.TryGetProperty("errors", out _));
    }

    [Theory]
    [InlineData("addUserToGroup(userId: String!, groupName: String!): Payload")]
    [InlineData("addUserToGroup(userId: String!, groupName: String!): Payload @aws_auth(cognito_groups: [\"ADMINS\"])")]
    [InlineData("addUserToGroup(userId: String!, groupName: String!): Payload @aws_iam")]
    [InlineData("addUserToGroup(userId: String!, groupName: String!): Payload @aws_cognito_user_pools(cognito_groups: [])")]
    public async Task Refuses_a_mutation_that_is_not_given_to_the_user_pool(string mutation)
    {
        await using var api = await TestApi.StartAsync(
            schema: Schema(mutation, "type Payload @aws_cognito_user_pools { userId: String! }"));

        var response = await api.ExecuteAsync(Mutation);

        Assert.Contains(
            "Not Authorized to access addUserToGroup on type Mutation", response.GetRawText(), StringComparison.Ordinal);
        Assert.Empty(api.Events);
    }

    [Fact]
    public async Task Opens_introspection_to_every_user_of_the_pool()
    {
        await using var api = await TestApi.StartAsync();

        var response = await api.ExecuteAsync(
            """{ __typename __type(name: "Mutation") { fields { name args { name description } } } }""",
            api.UserPool.Issue());

        Assert.False(response.TryGetProperty("errors", out _));
        var field = response.GetProperty("data").GetProperty("__type").GetProperty("fields")[0];
        Assert.Equal("addUserToGroup", field.GetProperty("name").GetString());
        Assert.Contains(
            "e-mail", field.GetProperty("args")[0].GetProperty("description").GetString(), StringComparison.Ordinal);
    }

    private static string Schema(string mutation, string payload) =>
        $$"""
        type Query { none: Boolean }
        type Mutation { {{mutation}} }
        {{payload}}
        """;
}
