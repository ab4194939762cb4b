using PuppeteerSharp;

namespace AddUserToGroup.Local.Tests.Browser;

/// <summary>The machine's own browser: one to download would be hundreds of megabytes.</summary>
internal static class Chromium
{
    /// <summary>Starts a browser without a window, with a profile of its own.</summary>
    /// <param name="arguments">Further ones of Chromium's, such as <c>--host-resolver-rules=MAP app.test 127.0.0.1</c>.</param>
    public static Task<IBrowser> LaunchAsync(params string[] arguments) => Puppeteer.LaunchAsync(new()
    {
        ExecutablePath = InstalledBrowser.Executable,
        Headless = true,
        Args =
        [
            // Containers seldom allow the sandbox, and only this repository's own pages are opened.
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
