using System.Text.Json;
using AddUserToGroup.Local;
using AddUserToGroup.Local.Tests.Browser;
using AddUserToGroup.Local.UserPool;
using PuppeteerSharp;

namespace AddUserToGroup.Local.Tests.Page;

/// <summary>The main states, light and dark, wide and narrow: for axe-core to judge, and pictures for people.</summary>
[Collection("Signing in")]
public sealed class AppearanceTests(PageFixture fixture) : BrowserTest(fixture)
{
    private static readonly string Axe = Path.Combine(BuildPaths.Page, "node_modules", "axe-core", "axe.min.js");

    private static readonly string Pictures = Path.Combine(AppContext.BaseDirectory, "screenshots");

    [ToolFact("all", "node", "chromium")]
    public async Task Is_accessible_and_fits_in_every_state()
    {
        Directory.CreateDirectory(Pictures);
        await Page.EvaluateExpressionAsync(await File.ReadAllTextAsync(Axe));
        await Find("#sign-in").ShouldBeVisibleAsync();
        await JudgeAsync("1-sign-in");
        await EnterAsync(SampleUsers.Administrator, "wrong");
        await SignInStatus.ShouldContainAsync("wrong");
        await JudgeAsync("2-wrong-password");

        await EnterAsync(SampleUsers.Invited, SampleUsers.TemporaryPassword);
        await Field("New password").FillAsync("Too-short");
        await Button("Set password").ClickAsync();
        await SignInStatus.ShouldContainAsync("still needs");
        await JudgeAsync("3-new-password");
        await Button("Start again").ClickAsync();

        await RequireSecondFactorAsync(true);
        try
        {
            await EnterAsync(SampleUsers.Ben, SampleUsers.Password);
            await Find("#set-up-code svg").ShouldBeVisibleAsync();
            await JudgeAsync("4-set-up");
        }
        finally
        {
            await RequireSecondFactorAsync(false);
        }

        await Button("Start again").ClickAsync();
        await EnterAsync(SampleUsers.WithTotp, SampleUsers.Password);
        await Code.FillAsync("1");
        await Button("Confirm").ClickAsync();
        await SignInStatus.ShouldContainAsync("six digits");
        await JudgeAsync("5-code");

        await Button("Start again").ClickAsync();
        await SignInAsync(SampleUsers.Administrator);
        await MembersOf("ADMINS").ShouldContainAsync(SampleUsers.Administrator);
        await AddAsync(SampleUsers.Ann, "EDITORS");
        await AddStatus.ShouldContainAsync("is now in EDITORS");
        await JudgeAsync("6-added");
        await AddAsync(new string('n', 100) + "@example.com", "EDITORS");
        await AddStatus.ShouldContainAsync("There is no user");
        await JudgeAsync("7-unknown-user");
        await AddAsync(SampleUsers.Ann, "ADMINS");
        await Find("#confirm").ShouldBeVisibleAsync();
        await JudgeAsync("8-confirm");
        await Button("Cancel").ClickAsync();

        await Button("Sign out").ClickAsync();
        await SignInAsync(SampleUsers.Ben);
        await Find("#not-an-administrator").ShouldBeVisibleAsync();
        await MembersOf("ADMINS").ShouldContainAsync(SampleUsers.Administrator);
        await JudgeAsync("9-not-an-administrator");
    }

    private async Task JudgeAsync(string state)
    {
        foreach (var (scheme, width) in new[] { ("light", 1100), ("dark", 320) })
        {
            await Page.EmulateMediaFeaturesAsync([new() { MediaFeature = MediaFeature.PrefersColorScheme, Value = scheme }]);
            await Page.SetViewportAsync(new() { Width = width, Height = 640 });
            await Page.ScreenshotAsync(Path.Combine(Pictures, $"{state}-{scheme}-{width}.png"), new() { FullPage = true });

            Assert.True(
                await Page.EvaluateExpressionAsync<bool>("document.documentElement.scrollWidth <= innerWidth"),
                $"{state}: wider than {width} pixels.");
            var violations = await Page.EvaluateExpressionAsync<JsonElement>("axe.run().then(result => result.violations)");
            Assert.Equal("[]", violations.ToString());
        }
    }
}
