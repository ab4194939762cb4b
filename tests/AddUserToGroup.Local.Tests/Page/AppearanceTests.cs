using System.Text.Json;
using AddUserToGroup.Local;
using AddUserToGroup.Local.Tests.Browser;
using AddUserToGroup.Local.UserPool;
using PuppeteerSharp;

namespace AddUserToGroup.Local.Tests.Page;

/// <summary>The main states, light and dark, wide and narrow: for axe-core to judge, and pictures for people.</summary>
public sealed class AppearanceTests(PageFixture fixture) : BrowserTest(fixture)
{
    private static readonly string Axe = Path.Combine(BuildPaths.Page, "node_modules", "axe-core", "axe.min.js");

    private static readonly string Pictures = Path.Combine(AppContext.BaseDirectory, "screenshots");

    [ToolTheory("node", "chromium")]
    [InlineData("light", 1100)]
    [InlineData("dark", 1100)]
    [InlineData("light", 360)]
    [InlineData("dark", 360)]
    public async Task Every_state_is_accessible_and_fits(string scheme, int width)
    {
        await Page.EmulateMediaFeaturesAsync(
            [new() { MediaFeature = MediaFeature.PrefersColorScheme, Value = scheme }]);
        await Page.SetViewportAsync(new() { Width = width, Height = 640 });

        await Find("#sign-in").ShouldBeVisibleAsync();
        await JudgeAsync("1-sign-in", scheme, width);
        await EnterAsync(SampleUsers.Administrator, "wrong");
        await SignInStatus.ShouldContainAsync("wrong");
        await JudgeAsync("2-wrong-password", scheme, width);
        await SignInAsync(SampleUsers.Administrator);
        await MembersOf("ADMINS").ShouldContainAsync(SampleUsers.Administrator);
        await JudgeAsync("3-signed-in", scheme, width);
        await AddAsync(SampleUsers.Ann, "EDITORS");
        await AddStatus.ShouldContainAsync("is now in EDITORS");
        await MembersOf("EDITORS").ShouldContainAsync(SampleUsers.Ann);
        await JudgeAsync("4-added", scheme, width);
        await AddAsync(new string('n', 100) + "@example.com", "EDITORS");
        await AddStatus.ShouldContainAsync("There is no user");
        await JudgeAsync("5-unknown-user", scheme, width);
    }

    private async Task JudgeAsync(string state, string scheme, int width)
    {
        Directory.CreateDirectory(Pictures);
        await Page.ScreenshotAsync(Path.Combine(Pictures, $"{state}-{scheme}-{width}.png"), new() { FullPage = true });

        Assert.True(
            await Page.EvaluateExpressionAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"{state}: wider than the window.");
        await Page.EvaluateExpressionAsync(await File.ReadAllTextAsync(Axe));
        var violations = await Page.EvaluateExpressionAsync<JsonElement>("axe.run().then(result => result.violations)");
        Assert.Equal("[]", violations.ToString());
    }
}
