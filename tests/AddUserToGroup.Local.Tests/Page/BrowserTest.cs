using System.Text.Json.Nodes;
using AddUserToGroup.Local.Tests.Browser;
using AddUserToGroup.Local.UserPool;
using PuppeteerSharp;

namespace AddUserToGroup.Local.Tests.Page;

/// <summary>A test with a browser profile of its own, which fails where the browser's console has an error.</summary>
[Collection("Page")]
public abstract class BrowserTest(PageFixture fixture) : IAsyncLifetime
{
    // Chromium's own line for an answer like 400, which is what a refusal is on the wire.
    private const string Refusal = "Failed to load resource";

    private readonly List<string> _complaints = [];
    private IBrowserContext? _context;
    private IPage? _page;

    private protected IPage Page => _page!;

    private protected PageFixture Fixture { get; } = fixture;

    private protected virtual Uri Address => Fixture.Stack.Page;

    /// <summary>What the console shows and should not, refusals on the wire included.</summary>
    private protected IReadOnlyList<string> Complaints => _complaints;

    private protected Element AddStatus => Find("#add-status");

    private protected Element SignInStatus => Find("#sign-in-status");

    private protected Element SessionStatus => Find("#session-status");

    private protected Element Code => Field("Code of your authenticator app");

    private protected Element User => Field("User");

    private protected Element Group => Field("Group");

    public async Task InitializeAsync()
    {
        if (Requirements.Missing("node", "chromium") is not null)
        {
            return;
        }

        foreach (var group in SampleUsers.Groups)
        {
            await RemoveAsync(SampleUsers.Ann, group);
        }

        _context = await Fixture.Browser.CreateBrowserContextAsync();
        _page = await _context.NewPageAsync();
        _page.Console += (_, console) =>
        {
            if (console.Message.Type == ConsoleType.Error)
            {
                _complaints.Add(console.Message.Text);
            }
        };
        _page.PageError += (_, error) => _complaints.Add(error.Message);
        _page.Dialog += async (_, opened) =>
        {
            _complaints.Add($"dialog: {opened.Dialog.Message}");
            await opened.Dialog.Dismiss();
        };
        await _page.GoToAsync(Address.ToString());
    }

    public async Task DisposeAsync()
    {
        if (_context is null)
        {
            return;
        }

        await _context.CloseAsync();
        Assert.DoesNotContain(_complaints, text => !text.StartsWith(Refusal, StringComparison.Ordinal));
    }

    private protected Element Find(string selector) => new(Page, selector);

    private protected Element Button(string name) => Find($"aria/{name}[role=\"button\"]");

    private protected Element Heading(string name) => Find($"aria/{name}[role=\"heading\"]");

    private protected Element Field(string label) => Find($"aria/{label}");

    private protected async Task EnterAsync(string user, string password)
    {
        await Field("E-mail address").FillAsync(user);
        await Field("Password").FillAsync(password);
        await Button("Sign in").ClickAsync();
    }

    private protected async Task SignInAsync(string user)
    {
        await EnterAsync(user, SampleUsers.Password);
        await Find("#name").ShouldReadAsync(user);
    }

    /// <summary>Opens the page with a session that began in another test: for tests of what comes after signing in.</summary>
    private protected async Task ArriveAsync(string user)
    {
        if (Fixture.Sessions.TryGetValue(user, out var session))
        {
            await Page.EvaluateFunctionAsync("session => Object.assign(localStorage, JSON.parse(session))", session);
            await Page.ReloadAsync();
            await Find("#name").ShouldReadAsync(user);
        }
        else
        {
            await SignInAsync(user);
            Fixture.Sessions[user] = await Page.EvaluateExpressionAsync<string>("JSON.stringify(localStorage)");
        }
    }

    private protected async Task AddAsync(string user, string group)
    {
        await User.FillAsync(user);
        await Group.FillAsync(group);
        await Button("Add").ClickAsync();
    }

    private protected Element MembersOf(string group) => Find($"xpath///details[summary/h3=\"{group}\"]");

    /// <summary>Has the test, and not the network, answer the requests to an address that ends or begins like this.</summary>
    private protected async Task AnswerAsync(string address, Func<IRequest, Task> answer)
    {
        await Page.SetRequestInterceptionAsync(true);
        Page.AddRequestInterceptor(request =>
            request.Url.EndsWith(address, StringComparison.Ordinal) || request.Url.StartsWith(address, StringComparison.Ordinal)
                ? answer(request)
                : request.ContinueAsync());
    }

    /// <summary>Puts the browser's clock two days forward: every token has expired.</summary>
    private protected Task LetTokensExpireAsync() => Page.EvaluateExpressionAsync(
        """
        { const now = Date.now; Date.now = () => now() + 2 * 86_400_000; }
        """);

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

    /// <summary>For the whole pool, and so for one test at a time.</summary>
    private protected Task<JsonNode> RequireSecondFactorAsync(bool required) =>
        CallPoolAsync("SetUserPoolMfaConfig", new() { ["MfaConfiguration"] = required ? "ON" : "OPTIONAL" });

    private protected Task<JsonNode> RemoveAsync(string user, string group) =>
        CallPoolAsync("AdminRemoveUserFromGroup", new() { ["Username"] = user, ["GroupName"] = group });
}
