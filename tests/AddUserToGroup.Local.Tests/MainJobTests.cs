using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using AddUserToGroup.Local.Commands;
using AddUserToGroup.Local.Tests.UserPool;
using AddUserToGroup.Local.UserPool;

namespace AddUserToGroup.Local.Tests;

/// <summary>
/// Real tokens, the GraphQL API, the function's process and the user pool, all together, called with a plain
/// <see cref="HttpClient"/>.
/// </summary>
[Collection("Stack")]
public sealed class MainJobTests(StackFixture fixture) : IDisposable
{
    private readonly PoolClient _pool = new(fixture.Stack.UserPool);
    private readonly GraphQLClient _api = new(fixture.Stack.GraphQL);

    [ToolTheory("node")]
    [InlineData(false, "VIEWERS")]
    [InlineData(true, "EDITORS")]
    public async Task Adds_a_user_to_a_group_for_an_administrator(bool withIdToken, string group)
    {
        await RemoveAsync(SampleUsers.Ann, group);
        var administrator = await _pool.SignInAsync(SampleUsers.Administrator);

        var (status, body) = await AddAsync(
            withIdToken ? administrator.IdToken : administrator.AccessToken, SampleUsers.Ann, group);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Null(body["errors"]);
        Assert.Equal(SampleUsers.Ann, (string?)body["data"]!["addUserToGroup"]!["userId"]);
        Assert.Equal(group, (string?)body["data"]!["addUserToGroup"]!["groupName"]);
        Assert.Contains(group, await _pool.GroupsOfAsync(SampleUsers.Ann));
    }

    [ToolFact("node")]
    public async Task Rejects_a_user_who_is_no_administrator_and_changes_nothing()
    {
        var ben = await _pool.SignInAsync(SampleUsers.Ben);

        var (status, body) = await AddAsync(ben.AccessToken, SampleUsers.Ben, SampleUsers.AdministratorsGroup);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("Unauthorized", (string?)body["errors"]![0]!["errorType"]);
        Assert.DoesNotContain(SampleUsers.AdministratorsGroup, await _pool.GroupsOfAsync(SampleUsers.Ben));
    }

    [ToolTheory("node")]
    [InlineData("nobody@example.com", "EDITORS", "UserNotFound")]
    [InlineData(SampleUsers.Ann, "PAINTERS", "GroupNotFound")]
    [InlineData(SampleUsers.Ann, "", "InvalidInput")]
    public async Task Returns_the_type_of_what_goes_wrong(string userId, string group, string errorType)
    {
        var administrator = await _pool.SignInAsync(SampleUsers.Administrator);

        var (status, body) = await AddAsync(administrator.AccessToken, userId, group);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(errorType, (string?)body["errors"]![0]!["errorType"]);
    }

    [ToolFact("node")]
    public async Task Rejects_a_forged_token()
    {
        var administrator = await _pool.SignInAsync(SampleUsers.Administrator);

        await AssertRejectedAsync(ForgedToken.From(administrator.AccessToken));
    }

    [ToolFact("node")]
    public async Task Applies_a_new_membership_from_the_next_refresh_of_the_token()
    {
        await RemoveAsync(SampleUsers.Ann, SampleUsers.AdministratorsGroup);
        var ann = await _pool.SignInAsync(SampleUsers.Ann);
        var administrator = await _pool.SignInAsync(SampleUsers.Administrator);
        _ = await AddAsync(administrator.AccessToken, SampleUsers.Ann, SampleUsers.AdministratorsGroup);

        var before = await AddAsync(ann.AccessToken, SampleUsers.Ben, "EDITORS");
        var after = await AddAsync(await _pool.RefreshAsync(ann), SampleUsers.Ben, "EDITORS");

        Assert.Equal("Unauthorized", (string?)before.Body["errors"]![0]!["errorType"]);
        Assert.Null(after.Body["errors"]);
        await RemoveAsync(SampleUsers.Ann, SampleUsers.AdministratorsGroup);
    }

    [ToolTheory("node")]
    [InlineData("allowed", true)]
    [InlineData("allowed-direct-resolver", false)]
    [InlineData("allowed-amplify", false)]
    public async Task Invokes_the_function_alone(string name, bool isForOurResolver)
    {
        var text = await File.ReadAllTextAsync(TestFunction.Event(name));

        var result = await fixture.Stack.Function.InvokeAsync(Encoding.UTF8.GetBytes(text), CancellationToken.None);

        var response = JsonNode.Parse(result.Payload.Span)!;
        var added = isForOurResolver ? response["data"]! : response;
        Assert.Equal((SampleUsers.Ann, "EDITORS"), ((string?)added["userId"], (string?)added["groupName"]));
    }

    public void Dispose()
    {
        _pool.Dispose();
        _api.Dispose();
    }

    private Task<(HttpStatusCode Status, JsonNode Body)> AddAsync(string token, string userId, string group) =>
        _api.AddUserToGroupAsync(token, userId, group, CancellationToken.None);

    private async Task AssertRejectedAsync(string token)
    {
        var (status, body) = await AddAsync(token, SampleUsers.Ben, SampleUsers.AdministratorsGroup);

        Assert.Equal(HttpStatusCode.Unauthorized, status);
        Assert.Equal("UnauthorizedException", (string?)body["errors"]![0]!["errorType"]);
        Assert.DoesNotContain(SampleUsers.AdministratorsGroup, await _pool.GroupsOfAsync(SampleUsers.Ben));
    }

    private Task<JsonNode> RemoveAsync(string user, string group) =>
        _pool.CallAsync("AdminRemoveUserFromGroup", ("Username", user), ("GroupName", group));
}
