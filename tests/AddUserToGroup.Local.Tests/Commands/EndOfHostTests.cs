namespace AddUserToGroup.Local.Tests.Commands;

public sealed class EndOfHostTests
{
    [ToolFact("linux", "node")]
    public Task Leaves_no_child_after_Ctrl_C() => EndAsync("INT", 0);

    [ToolTheory("all", "linux", "node")]
    [InlineData("KILL", 137)]
    [InlineData("TERM", 0)]
    [InlineData("HUP", 129)]
    public Task Leaves_no_child_after_another_signal(string signal, int exitCode) => EndAsync(signal, exitCode);

    [ToolTheory("all", "linux", "node")]
    [InlineData("KILL")]
    [InlineData("HUP")]
    public async Task Leaves_no_child_when_dotnet_run_ends(string signal)
    {
        using var stack = await RunningStack.StartWithDotNetRunAsync();
        // The stack, its user pool and its function.
        Assert.Equal(3, stack.Children.Count);

        await stack.EndAsync(signal);
    }

    [ToolFact("linux", "node")]
    public async Task Ends_and_says_why_when_the_user_pool_ends()
    {
        using var stack = await RunningStack.StartAsync();
        var (children, userPool) = (stack.Children, stack.UserPoolProcess);

        userPool.Kill();
        await stack.WaitForEndAsync(children);

        Assert.Equal(1, stack.Host.ExitCode);
        Assert.Equal(
            $"The user pool (process {userPool.Id}) has ended, killed by signal 9, and the stack ends with it: start it again.\n", await stack.Errors);
    }

    private static async Task EndAsync(string signal, int exitCode)
    {
        using var stack = await RunningStack.StartAsync();
        using var http = new HttpClient();
        using var content = new StringContent("{}");
        using var response = await http.PostAsync(
            new Uri(stack.Lambda, "/2015-03-31/functions/AddUserToGroup/invocations"), content);
        response.EnsureSuccessStatusCode();
        Assert.Equal(2, stack.Children.Count);

        await stack.EndAsync(signal);

        Assert.Equal(exitCode, stack.Host.ExitCode);
    }
}
