using System.Text.Json;
using AddUserToGroup.Local;
using AddUserToGroup.Local.UserPool;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AddUserToGroup.Local.Tests.Page;

/// <summary>The main states, light and dark, wide and narrow: for axe-core to judge, and pictures for people.</summary>
public sealed class AppearanceTests(PageFixture fixture) : BrowserTest(fixture), IClassFixture<PageFixture>
{
    private static readonly string Axe = Path.Combine(BuildPaths.Page, "node_modules", "axe-core", "axe.min.js");

    private static readonly string Pictures = Path.Combine(AppContext.BaseDirectory, "screenshots");

    [ChromiumTheory]
    [InlineData(ColorScheme.Light, 1100)]
    [InlineData(ColorScheme.Dark, 1100)]
    [InlineData(ColorScheme.Light, 360)]
    [InlineData(ColorScheme.Dark, 360)]
    public async Task Every_state_is_accessible_and_fits(ColorScheme scheme, int width)
    {
        await Page.EmulateMediaAsync(new() { ColorScheme = scheme });
        await Page.SetViewportSizeAsync(width, 640);

        await Expect(Page.Locator("#sign-in")).ToBeVisibleAsync();
        await JudgeAsync("1-sign-in", scheme, width);
        await EnterAsync(SampleUsers.Administrator, "wrong");
        await Expect(SignInStatus).ToContainTextAsync("wrong");
        await JudgeAsync("2-wrong-password", scheme, width);
        await SignInAsync(SampleUsers.Administrator);
        await Expect(MembersOf("ADMINS")).Not.ToHaveCountAsync(0);
        await JudgeAsync("3-signed-in", scheme, width);
        await AddAsync(SampleUsers.Ann, "EDITORS");
        await Expect(AddStatus).ToContainTextAsync("is now in EDITORS");
        await Expect(MembersOf("EDITORS")).Not.ToHaveCountAsync(0);
        await JudgeAsync("4-added", scheme, width);
        await AddAsync(new string('n', 100) + "@example.com", "EDITORS");
        await Expect(AddStatus).ToContainTextAsync("There is no user");
        await JudgeAsync("5-unknown-user", scheme, width);
    }

    private async Task JudgeAsync(string state, ColorScheme scheme, int width)
    {
        await Page.ScreenshotAsync(new()
        {
            Path = Path.Combine(Pictures, $"{state}-{scheme}-{width}.png".ToLowerInvariant()),
            FullPage = true,
        });

        Assert.True(
            await Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"{state}: wider than the window.");
        await Page.EvaluateAsync(await File.ReadAllTextAsync(Axe));
        var violations = await Page.EvaluateAsync<JsonElement>("axe.run().then(result => result.violations)");
        Assert.Equal("[]", violations.ToString());
    }
}
