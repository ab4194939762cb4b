using System.Text.Json;
using AddUserToGroup.Local.UserPool;
using PuppeteerSharp;

namespace AddUserToGroup.Local.Tests.Page;

/// <summary>The main states, light and dark, wide and narrow: checked by axe-core, and as pictures for people.</summary>
[Collection("Signing in")]
public sealed class AppearanceTests(PageFixture fixture) : BrowserTest(fixture)
{
    private static readonly string Axe = Path.Combine(BuildPaths.Page, "node_modules", "axe-core", "axe.min.js");

    private static readonly string Pictures = Path.Combine(AppContext.BaseDirectory, "screenshots");

    [ToolFact("all", "node", "chromium")]
    public async Task Is_accessible_and_fits_in_every_state()
    {
        await Find("#sign-in").ShouldBeVisibleAsync();
        await CheckAsync("1-sign-in");
        await EnterAsync(SampleUsers.Administrator, "wrong.");
        await SignInStatus.ShouldContainAsync("wrong");
        await CheckAsync("2-wrong-password");

        await EnterAsync(SampleUsers.Invited, SampleUsers.TemporaryPassword);
        await Field("New password").FillAsync("Too-short");
        await Button("Set password").ClickAsync();
        await SignInStatus.ShouldContainAsync("rejects");
        await CheckAsync("3-new-password");
        await Button("Start again").ClickAsync();

        await RequireSecondFactorAsync(true);
        try
        {
            await EnterAsync(SampleUsers.Ben, SampleUsers.Password);
            await Find("#set-up-code svg").ShouldBeVisibleAsync();
            await CheckAsync("4-set-up");
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
        await CheckAsync("5-code");

        await Button("Start again").ClickAsync();
        await SignInAsync();
        await MembersOf(SampleUsers.AdministratorsGroup).ShouldContainAsync(SampleUsers.Administrator);
        await AddAsync(SampleUsers.Ann, "EDITORS");
        await MembersOf("EDITORS").ShouldContainAsync("new");
        await CheckAsync("6-added");
        var unknown = $"{new string('n', 80)}@example.com";
        await AddAsync(unknown, "EDITORS");
        await AddStatus.ShouldContainAsync(unknown);
        await CheckAsync("7-unknown-user");
        await AddAsync(SampleUsers.Ann, SampleUsers.AdministratorsGroup);
        await Find("#confirm").ShouldBeVisibleAsync();
        await CheckAsync("8-confirm");
        await Button("Cancel").ClickAsync();

        await Button("Sign out").ClickAsync();
        await SignInAsync(SampleUsers.Ben);
        await MembersOf(SampleUsers.AdministratorsGroup).ShouldContainAsync(SampleUsers.Administrator);
        await CheckAsync("9-not-an-administrator");
    }

    [ToolFact("node", "chromium")]
    public async Task Is_accessible_and_does_its_job_from_any_static_web_host()
    {
        await using var host = await StaticHost.StartAsync(Fixture.Settings);
        await Page.GoToAsync(host.Address.ToString());
        await Find("#sample").ShouldBeHiddenAsync();
        await CheckAsync("10-exported-sign-in");
        await SignInAsync();
        await Find("#members-card").ShouldBeHiddenAsync();
        await AddAsync(SampleUsers.Ann, "EDITORS");
        await AddStatus.ShouldContainAsync($"{SampleUsers.Ann} is now in EDITORS.");
        await CheckAsync("11-exported-added");

        Assert.Contains("EDITORS", await GroupsOfAsync(SampleUsers.Ann));
    }

    private async Task CheckAsync(string state)
    {
        Directory.CreateDirectory(Pictures);
        await Page.EvaluateExpressionAsync(await File.ReadAllTextAsync(Axe));
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
