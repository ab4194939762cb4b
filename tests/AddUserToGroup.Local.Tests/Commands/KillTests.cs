using System.Text.Json.Nodes;
using AddUserToGroup.Local;
using AddUserToGroup.Local.UserPool;

namespace AddUserToGroup.Local.Tests.Commands;

/// <summary>
/// A part of the stack is killed while several clients add a user to groups. What any of them was told to be done is done,
/// as the user pool says after a restart on the same data, and what was not can be done again.
/// </summary>
public sealed class KillTests : IDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("kept-pool-").FullName;
    private readonly IReadOnlyList<string> _groups = [.. Enumerable.Range(1, 40).Select(number => $"GROUP-{number}")];

    [ToolFact("all", "linux", "node")]
    public async Task Keeps_what_was_acknowledged_where_the_functions_process_is_killed()
    {
        var load = new Load(_groups);
        using var stack = await StartAsync();
        await CreateGroupsAsync(stack);

        await load.RunAsync(
            stack.GraphQL, await SignInAsync(stack), count: 17, atCount: () => stack.FunctionProcess.Kill());

        Assert.Equal(_groups.Order(), load.Acknowledged.Order());
        Assert.All(load.Failures, failure => Assert.Equal("InternalError", failure));
        Assert.Equal(_groups.Order(StringComparer.Ordinal), await GroupsOfAnnAsync(stack));
        await stack.EndAsync("TERM");
    }

    [ToolFact("all", "linux", "node")]
    public async Task Keeps_what_was_acknowledged_where_the_user_pool_is_killed()
    {
        var load = new Load(_groups);
        using (var stack = await StartAsync())
        {
            await CreateGroupsAsync(stack);
            var (children, userPool) = (stack.Children, stack.UserPoolProcess.Id);
            await load.RunAsync(
                stack.GraphQL, await SignInAsync(stack), givesUp: true, count: 17, atCount: () => stack.UserPoolProcess.Kill());
            await stack.WaitForEndAsync(children);
            Assert.Equal(1, stack.Host.ExitCode);
            Assert.EndsWith(
                $"The user pool (process {userPool}) has ended, killed by signal 9, and the stack ends with it: start it again.\n", await stack.Errors, StringComparison.Ordinal);
        }

        Assert.InRange(load.Acknowledged.Count, 17, _groups.Count - 1);
        Assert.Subset(new HashSet<string> { "Unavailable", "no answer" }, load.Failures.ToHashSet());
        await AssertNothingIsLostAsync(load);
    }

    [ToolFact("all", "linux", "node")]
    public async Task Keeps_what_was_acknowledged_where_the_whole_host_is_killed()
    {
        var load = new Load(_groups);
        using (var stack = await StartAsync())
        {
            await CreateGroupsAsync(stack);
            var children = stack.Children;
            await load.RunAsync(
                stack.GraphQL, await SignInAsync(stack), givesUp: true, count: 17, atCount: () => stack.Host.Kill());
            await Task.WhenAll(children.Select(child => child.WaitForExitAsync()));
        }

        Assert.InRange(load.Acknowledged.Count, 17, _groups.Count - 1);
        Assert.Equal(["no answer"], load.Failures.Distinct());
        await AssertNothingIsLostAsync(load);
    }

    public void Dispose() => Directory.Delete(_data, recursive: true);

    private async Task AssertNothingIsLostAsync(Load load)
    {
        using var stack = await StartAsync();
        Assert.Superset(load.Acknowledged.ToHashSet(), (await GroupsOfAnnAsync(stack)).ToHashSet());

        await load.RunAsync(stack.GraphQL, await SignInAsync(stack));

        Assert.Equal(_groups.Order(StringComparer.Ordinal), await GroupsOfAnnAsync(stack));
        await stack.EndAsync("TERM");
    }

    private Task<RunningStack> StartAsync() => RunningStack.StartAsync("--data", _data);

    private async Task CreateGroupsAsync(RunningStack stack)
    {
        using var cognito = new CognitoClient(stack.UserPool);
        foreach (var group in _groups)
        {
            await CallAsync(cognito, "CreateGroup", group);
        }
    }

    private static Task<JsonNode> CallAsync(CognitoClient cognito, string operation, string group) =>
        cognito.CallAsync(
            operation, new() { ["UserPoolId"] = LocalUserPool.PoolId, ["GroupName"] = group }, CancellationToken.None);

    private static async Task<string> SignInAsync(RunningStack stack)
    {
        using var cognito = new CognitoClient(stack.UserPool);
        return (await cognito.SignInAsync(
            stack.ClientId, SampleUsers.Administrator, SampleUsers.Password, CancellationToken.None)).AccessToken;
    }

    private static async Task<IReadOnlyList<string>> GroupsOfAnnAsync(RunningStack stack)
    {
        using var cognito = new CognitoClient(stack.UserPool);
        return await cognito.GroupsOfAsync(LocalUserPool.PoolId, SampleUsers.Ann, CancellationToken.None);
    }
}
