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
    public async Task Leaves_no_child_however_dotnet_run_ends(string signal)
    {
        using var stack = await RunningStack.StartWithDotNetRunAsync();
        // The stack, its user pool and its function.
        Assert.Equal(3, stack.Children.Count);

        await stack.EndAsync(signal);
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
