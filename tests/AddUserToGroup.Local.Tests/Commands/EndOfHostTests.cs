namespace AddUserToGroup.Local.Tests.Commands;

public sealed class EndOfHostTests
{
    [ToolTheory("linux", "node")]
    [InlineData("KILL", 137)]
    [InlineData("INT", 0)]
    [InlineData("TERM", 0)]
    [InlineData("HUP", 129)]
    public async Task However_the_host_ends_it_leaves_no_child(string signal, int exitCode)
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

    [ToolTheory("linux", "node")]
    [InlineData("KILL")]
    [InlineData("HUP")]
    public async Task However_dotnet_run_ends_it_leaves_no_child(string signal)
    {
        using var stack = await RunningStack.StartWithDotNetRunAsync();
        // The stack, its user pool and its function.
        Assert.Equal(3, stack.Children.Count);

        await stack.EndAsync(signal);
    }
}
