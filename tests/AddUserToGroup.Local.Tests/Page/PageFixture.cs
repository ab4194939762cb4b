using AddUserToGroup.Local;
using AddUserToGroup.Local.Page;
using AddUserToGroup.Local.Tests.Browser;
using PuppeteerSharp;

namespace AddUserToGroup.Local.Tests.Page;

/// <summary>A stack with the page and a browser, and the page apart from it, started once for all tests of the page.</summary>
public sealed class PageFixture : IAsyncLifetime
{
    private LocalStack? _stack;
    private PageHost? _pageApart;
    private IBrowser? _browser;

    internal LocalStack Stack => _stack!;

    /// <summary>The page as it is served for what was deployed, with the stack for what was deployed.</summary>
    internal Uri PageApart => _pageApart!.Address;

    /// <summary>What the browser keeps of who has signed in, by their names.</summary>
    internal Dictionary<string, string> Sessions { get; } = [];

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
        _pageApart = await PageHost.StartAsync(
            new()
            {
                UserPoolId = Stack.UserPool.Id,
                UserPoolClientId = Stack.UserPool.ClientId,
                UserPoolEndpoint = Stack.UserPool.Endpoint,
                GraphQLUrl = Stack.GraphQL,
                Region = "us-east-1",
            },
            port: 0,
            TextWriter.Null,
            CancellationToken.None);
        _browser = await Chromium.LaunchAsync();
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        if (_pageApart is not null)
        {
            await _pageApart.DisposeAsync();
        }

        if (_stack is not null)
        {
            await _stack.DisposeAsync();
        }
    }
}
