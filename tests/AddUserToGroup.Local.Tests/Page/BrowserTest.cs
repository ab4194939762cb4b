using System.Net;
using System.Text.Json.Nodes;
using AddUserToGroup.Local.Tests.Browser;
using AddUserToGroup.Local.UserPool;
using PuppeteerSharp;

namespace AddUserToGroup.Local.Tests.Page;

/// <summary>A test with a new browser profile. It fails if the browser's console shows an error.</summary>
[Collection("Page")]
public abstract class BrowserTest(PageFixture fixture) : IAsyncLifetime
{
    // Chromium logs this for every status like 400, which is how the user pool and the API reject a call.
    private const string Rejection = "Failed to load resource";

    private readonly List<string> _complaints = [];
    private IBrowserContext? _context;
    private IPage? _page;

    private protected IPage Page => _page!;

    private protected PageFixture Fixture { get; } = fixture;

    private protected virtual Uri Address => Fixture.Stack.Page;

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
        _page = await OpenTabAsync(Address);
    }

    public async Task DisposeAsync()
    {
        if (_context is null)
        {
            return;
        }

        await _context.CloseAsync();
        Assert.DoesNotContain(_complaints, text => !text.StartsWith(Rejection, StringComparison.Ordinal));
    }

    /// <summary>Another tab with the same profile.</summary>
    private protected async Task<IPage> OpenTabAsync(Uri address)
    {
        var tab = await _context!.NewPageAsync();
        tab.Console += (_, console) =>
        {
            if (console.Message.Type == ConsoleType.Error)
            {
                _complaints.Add(console.Message.Text);
            }
        };
        tab.PageError += (_, error) => _complaints.Add(error.Message);
        tab.Dialog += async (_, opened) =>
        {
            _complaints.Add($"dialog: {opened.Dialog.Message}");
            await opened.Dialog.Dismiss();
        };
        await tab.GoToAsync(address.ToString());
        return tab;
    }

    private protected Element Find(string selector) => new(Page, selector);

    private protected Element Button(string name) => Find($"aria/{name}[role=\"button\"]");

    private protected Element Heading(string name) => Find($"aria/{name}[role=\"heading\"]");

    private protected Element Field(string label) => Find($"aria/{label}");

    private protected Element MembersOf(string group) => Find($"xpath///details[summary/h3=\"{group}\"]");

    private protected async Task EnterAsync(string user, string password)
    {
        await Field("E-mail address").FillAsync(user);
        await Field("Password").FillAsync(password);
        await Button("Sign in").ClickAsync();
    }

    private protected async Task SignInAsync(string user = SampleUsers.Administrator)
    {
        await EnterAsync(user, SampleUsers.Password);
        await Find("#name").ShouldReadAsync(user);
    }

    private protected async Task AddAsync(string user, string group)
    {
        await User.FillAsync(user);
        await Group.FillAsync(group);
        await Button("Add").ClickAsync();
    }

    /// <summary>The test, not the network, handles requests to an address that ends or begins like this.</summary>
    private protected async Task InterceptAsync(string address, Func<IRequest, Task> handle)
    {
        await Page.SetRequestInterceptionAsync(true);
        Page.AddRequestInterceptor(request =>
            request.Url.EndsWith(address, StringComparison.Ordinal) || request.Url.StartsWith(address, StringComparison.Ordinal)
                ? handle(request)
                : request.ContinueAsync());
    }

    /// <summary>The test, not the network, responds to calls at such an address. The network does if the response is null.</summary>
    private protected Task AnswerAsync(string address, Func<(HttpStatusCode Status, string Body)?> respond) =>
        InterceptAsync(address, request => request.Method == HttpMethod.Options || respond() is not var (status, body)
            ? request.ContinueAsync()
            : request.RespondAsync(new() { Status = status, Headers = new() { ["Access-Control-Allow-Origin"] = "*" }, Body = body }));

    /// <summary>Moves the browser's clock two days forward: every token has expired.</summary>
    private protected Task LetTokensExpireAsync() => Page.EvaluateExpressionAsync(
        """
        { const now = Date.now; Date.now = () => now() + 2 * 86_400_000; }
        """);

    /// <summary>Everything that the page's origin has in the profile.</summary>
    private protected static async Task<string> ReadStorageAsync(IPage tab) =>
        await tab.EvaluateFunctionAsync<string>(
            "async () => JSON.stringify([localStorage, sessionStorage, await indexedDB.databases(), document.cookie])");

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

    /// <summary>Changes the whole pool, so only one test at a time may use it.</summary>
    private protected Task<JsonNode> RequireSecondFactorAsync(bool required) =>
        CallPoolAsync("SetUserPoolMfaConfig", new() { ["MfaConfiguration"] = required ? "ON" : "OPTIONAL" });

    private protected Task<JsonNode> RemoveAsync(string user, string group) =>
        CallPoolAsync("AdminRemoveUserFromGroup", new() { ["Username"] = user, ["GroupName"] = group });
}
