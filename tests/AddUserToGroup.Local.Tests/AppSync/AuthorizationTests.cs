using AddUserToGroup.Local.UserPool;

namespace AddUserToGroup.Local.Tests.AppSync;

/// <summary>What the schema's directives allow.</summary>
public sealed class AuthorizationTests
{
    private const string Allowed = "@aws_cognito_user_pools";

    [Theory]
    [InlineData]
    [InlineData("EDITORS")]
    public async Task Allows_an_administrator(params string[] otherGroups)
    {
        await using var api = await TestApi.StartAsync();

        var response = await api.ExecuteAsync(
            TestApi.Mutation, api.UserPool.Issue([.. otherGroups, SampleUsers.AdministratorsGroup]));

        Assert.Equal("ann", response.GetProperty("data").GetProperty("addUserToGroup").GetProperty("userId").GetString());
    }

    [Theory]
    [InlineData]
    [InlineData("EDITORS")]
    [InlineData("admins")]
    public async Task Rejects_everybody_else_before_the_resolver_runs(params string[] groups)
    {
        await using var api = await TestApi.StartAsync();

        var response = await api.ExecuteAsync(TestApi.Mutation, api.UserPool.Issue(groups.Length == 0 ? null : groups));

        Assert.Equal(
            """
            {"errors":[{"path":["addUserToGroup"],"data":null,"errorType":"Unauthorized","errorInfo":null,"locations":[{"line":1,"column":12,"sourceName":null}],"message":"Not Authorized to access addUserToGroup on type Mutation"}],"data":{"addUserToGroup":null}}
            """.Trim(),
            response.GetRawText());
        Assert.Empty(api.Events);
    }

    [Theory]
    [InlineData("", Allowed, "", "addUserToGroup")]
    [InlineData("@aws_iam", Allowed, "", "addUserToGroup")]
    [InlineData("@aws_auth(cognito_groups: [\"administrators\"])", Allowed, "", "addUserToGroup")]
    [InlineData(Allowed, "", "", "userId")]
    [InlineData(Allowed, "@aws_cognito_user_pools(cognito_groups: [\"EDITORS\"])", "", "userId")]
    [InlineData(Allowed, Allowed, "@aws_iam", "userId")]
    [InlineData(Allowed, "@aws_iam @aws_cognito_user_pools", "", null)]
    [InlineData(Allowed, "@aws_iam", "@aws_cognito_user_pools(cognito_groups: [\"A\", \"administrators\"])", null)]
    public async Task Enforces_the_directives_of_mutation_type_and_field(string mutation, string type, string field, string? rejected)
    {
        await using var api = await TestApi.StartAsync(schema:
            $$"""
            type Query { none: Boolean }
            type Mutation { addUserToGroup(userId: String!, groupName: String!): Payload {{mutation}} }
            type Payload {{type}} { userId: String! {{field}} }
            """.Replace("administrators", SampleUsers.AdministratorsGroup, StringComparison.Ordinal));

        var response = await api.ExecuteAsync("""mutation { addUserToGroup(userId: "ann", groupName: "g") { userId } }""");

        Assert.Equal(
            rejected is null ? [] : [$"Not Authorized to access {rejected} on type {(rejected == "userId" ? "Payload" : "Mutation")}"],
            response.TryGetProperty("errors", out var errors)
                ? errors.EnumerateArray().Select(error => error.GetProperty("message").GetString())
                : []);
        Assert.Equal(rejected == "addUserToGroup" ? 0 : 1, api.Events.Count);
    }

    [Fact]
    public async Task Opens_introspection_to_every_user_of_the_pool()
    {
        await using var api = await TestApi.StartAsync();

        var response = await api.ExecuteAsync(
            """{ __typename __type(name: "Mutation") { fields { name args { description } } } }""", api.UserPool.Issue());

        Assert.False(response.TryGetProperty("errors", out _));
        var field = response.GetProperty("data").GetProperty("__type").GetProperty("fields")[0];
        Assert.Equal("addUserToGroup", field.GetProperty("name").GetString());
        Assert.Contains("e-mail", field.GetProperty("args")[0].GetProperty("description").GetString(), StringComparison.Ordinal);
    }
}
