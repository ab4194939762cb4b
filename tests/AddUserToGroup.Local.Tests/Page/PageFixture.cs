using AddUserToGroup.Local.Page;
using AddUserToGroup.Local.Tests.Browser;
using AddUserToGroup.Local.UserPool;
using PuppeteerSharp;

namespace AddUserToGroup.Local.Tests.Page;

/// <summary>A stack with the page, the page alone, and a browser: started once for all tests of the page.</summary>
public sealed class PageFixture : IAsyncLifetime
{
    private LocalStack? _stack;
    private PageHost? _pageAlone;
    private IBrowser? _browser;

    internal LocalStack Stack => _stack!;

    /// <summary>The page as it is served for a deployed stack; the local stack takes that stack's part.</summary>
    internal Uri PageAlone => _pageAlone!.Address;

    internal PageSettings Settings => new()
    {
        UserPoolId = Stack.UserPool.Id,
        UserPoolClientId = Stack.UserPool.ClientId,
        UserPoolEndpoint = Stack.UserPool.Endpoint,
        GraphQLUrl = Stack.GraphQL,
        Region = "us-east-1",
    };

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
                // The sample groups, and one that does not exist.
                AssignableGroups = string.Join(' ', [.. SampleUsers.Groups, "PAINTERS"]),
                Page = true,
                Output = TextWriter.Null,
            },
            CancellationToken.None);
        _pageAlone = await StartPageAsync(port: 0);
        _browser = await Chromium.LaunchAsync();
    }

    public async Task DisposeAsync()
    {
        foreach (var part in new IAsyncDisposable?[] { _browser, _pageAlone, _stack })
        {
            if (part is not null)
            {
                await part.DisposeAsync();
            }
        }
    }

    internal Task<PageHost> StartPageAsync(int port) =>
        PageHost.StartAsync(Settings, port, TextWriter.Null, CancellationToken.None);
}
