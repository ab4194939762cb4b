using System.Text.Json.Nodes;
using AddUserToGroup.Local.UserPool;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AddUserToGroup.Local.Tests.Page;

/// <summary>A test with a browser profile of its own, which fails where the browser's console has an error.</summary>
public abstract class BrowserTest(PageFixture fixture) : IAsyncLifetime
{
    // Chromium's own line for an answer like 400, which is what a refusal is on the wire.
    private const string Refusal = "Failed to load resource";

    private readonly List<string> _complaints = [];
    private IBrowserContext? _context;
    private IPage? _page;

    private protected IPage Page => _page!;

    private protected PageFixture Fixture { get; } = fixture;

    /// <summary>What the console shows and should not, refusals on the wire included.</summary>
    private protected IReadOnlyList<string> Complaints => _complaints;

    private protected ILocator AddStatus => Page.Locator("#add-status");

    private protected ILocator SignInStatus => Page.Locator("#sign-in-status");

    private protected ILocator SessionStatus => Page.Locator("#session-status");

    private protected ILocator User => Page.GetByLabel("User", new() { Exact = true });

    private protected ILocator Group => Page.GetByLabel("Group", new() { Exact = true });

    public async Task InitializeAsync()
    {
        if (Chromium.Absence is not null)
        {
            return;
        }

        // Patient, because machines that run tests are busy; nothing waits this long where all is well.
        SetDefaultExpectTimeout(30_000);
        _context = await Fixture.Browser.NewContextAsync(new() { BaseURL = Fixture.Stack.Page.ToString() });
        _page = await _context.NewPageAsync();
        _page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                _complaints.Add(message.Text);
            }
        };
        _page.PageError += (_, error) => _complaints.Add(error);
        _page.Dialog += async (_, dialog) =>
        {
            _complaints.Add($"dialog: {dialog.Message}");
            await dialog.DismissAsync();
        };
        await _page.GotoAsync("/");
    }

    public async Task DisposeAsync()
    {
        if (_context is null)
        {
            return;
        }

        await _context.DisposeAsync();
        Assert.DoesNotContain(_complaints, text => !text.StartsWith(Refusal, StringComparison.Ordinal));
    }

    private protected async Task EnterAsync(string user, string password)
    {
        await Page.GetByLabel("E-mail address").FillAsync(user);
        await Page.GetByLabel("Password").FillAsync(password);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
    }

    private protected async Task SignInAsync(string user)
    {
        await EnterAsync(user, SampleUsers.Password);
        await Expect(Page.Locator("#name")).ToHaveTextAsync(user);
    }

    private protected async Task AddAsync(string user, string group)
    {
        await User.FillAsync(user);
        await Group.FillAsync(group);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Add" }).ClickAsync();
    }

    private protected ILocator MembersOf(string group) => Page
        .Locator("#members section")
        .Filter(new() { Has = Page.GetByRole(AriaRole.Heading, new() { Name = group, Exact = true }) })
        .GetByRole(AriaRole.Listitem);

    private protected async Task<JsonNode> CallPoolAsync(string operation, JsonObject input)
    {
        using var cognito = new CognitoClient(Fixture.Stack.UserPool.Endpoint);
        input["UserPoolId"] = Fixture.Stack.UserPool.Id;
        return await cognito.CallAsync(operation, input, CancellationToken.None);
    }

    private protected async Task<IReadOnlyList<string>> GroupsOfAsync(string user)
    {
        using var cognito = new CognitoClient(Fixture.Stack.UserPool.Endpoint);
        return await cognito.GroupsOfAsync(Fixture.Stack.UserPool.Id, user, CancellationToken.None);
    }

    private protected Task<JsonNode> RemoveAsync(string user, string group) =>
        CallPoolAsync("AdminRemoveUserFromGroup", new() { ["Username"] = user, ["GroupName"] = group });
}
