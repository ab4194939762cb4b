using AddUserToGroup.Local;
using AddUserToGroup.Local.Tests.Browser;
using PuppeteerSharp;

namespace AddUserToGroup.Local.Tests.Page;

/// <summary>A stack with the page and a browser, started once for the tests of a class.</summary>
public sealed class PageFixture : IAsyncLifetime
{
    private LocalStack? _stack;
    private IBrowser? _browser;

    internal LocalStack Stack => _stack!;

    internal IBrowser Browser => _browser!;

    public async Task InitializeAsync()
    {
        if (Requirements.Missing("node", "chromium") is not null)
        {
            return;
        }

        _stack = await LocalStack.StartAsync(
            new()
            {
                FunctionPath = TestFunction.Path,
                // All that there are, and one that is not.
                AssignableGroups = "ADMINS EDITORS VIEWERS PAINTERS",
                Page = true,
                Output = TextWriter.Null,
            },
            CancellationToken.None);
        _browser = await Chromium.LaunchAsync();
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        if (_stack is not null)
        {
            await _stack.DisposeAsync();
        }
    }
}
