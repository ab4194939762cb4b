using PuppeteerSharp;

namespace AddUserToGroup.Local.Tests.Browser;

/// <summary>The installed browser, because a download would be hundreds of megabytes.</summary>
internal static class Chromium
{
    /// <summary>Starts a browser without a window, with a new profile.</summary>
    /// <param name="arguments">More arguments for Chromium, such as <c>--host-resolver-rules=MAP app.test 127.0.0.1</c>.</param>
    public static Task<IBrowser> LaunchAsync(params string[] arguments) => Puppeteer.LaunchAsync(new()
    {
        ExecutablePath = InstalledBrowser.Executable,
        Headless = true,
        Args =
        [
            // Few containers allow the sandbox, and the tests open only their own pages.
            "--no-sandbox",
            "--disable-gpu",
            "--disable-software-rasterizer",
            "--disable-extensions",
            "--disable-features=SpareRendererForSitePerProcess,Translate,OptimizationHints,MediaRouter",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            .. arguments,
        ],
    });
}
