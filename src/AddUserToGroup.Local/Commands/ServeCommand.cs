namespace AddUserToGroup.Local.Commands;

/// <summary>Runs the stack until it is stopped, and prints how to use it.</summary>
internal static class ServeCommand
{
    public static async Task<int> RunAsync(LocalStackOptions options, CancellationToken stop)
    {
        await using var stack = await LocalStack.StartAsync(options, stop);
        await options.Output.WriteLineAsync(ReadyMessage.For(stack));
        await Task.WhenAny(stack.Failed, Task.Delay(Timeout.Infinite, stop));
        if (!stop.IsCancellationRequested)
        {
            throw new LocalStackException(await stack.Failed);
        }

        await options.Output.WriteLineAsync("Stopping ...");
        return 0;
    }
}
