namespace AddUserToGroup.Local.Tests;

/// <summary>The whole stack, started once.</summary>
public sealed class StackFixture : IAsyncLifetime
{
    private LocalStack? _stack;

    internal LocalStack Stack => _stack!;

    public async Task InitializeAsync()
    {
        if (Requirements.Missing("node") is null)
        {
            _stack = await StartAsync();
        }
    }

    public async Task DisposeAsync()
    {
        if (_stack is not null)
        {
            await _stack.DisposeAsync();
        }
    }

    private static Task<LocalStack> StartAsync() =>
        LocalStack.StartAsync(
            new()
            {
                FunctionPath = TestFunction.Path,
                Output = TextWriter.Null,
            },
            CancellationToken.None);
}
