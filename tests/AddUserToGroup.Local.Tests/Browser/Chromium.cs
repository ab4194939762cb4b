using PuppeteerSharp;

namespace AddUserToGroup.Local.Tests.Browser;

/// <summary>The machine's own browser: one to download would be hundreds of megabytes.</summary>
internal static class Chromium
{
    private static readonly string[] Names =
    [
        "chromium", "chromium-browser", "google-chrome", "google-chrome-stable",
        "Google Chrome", "Chromium",
        "chrome.exe", "msedge.exe",
    ];

    private static readonly string[] UsualFolders =
    [
        "/Applications/Google Chrome.app/Contents/MacOS",
        "/Applications/Chromium.app/Contents/MacOS",
        @"C:\Program Files\Google\Chrome\Application",
        @"C:\Program Files (x86)\Microsoft\Edge\Application",
    ];

    private static readonly string? Executable = Find();

    /// <summary>Why tests in a browser cannot run here; null where they can.</summary>
    public static string? Absence => NodeFactAttribute.Reason
        ?? (Executable is null ? "There is no Chromium, Chrome or Edge on the PATH or in its usual folder." : null);

    /// <summary>Starts a browser without a window, with a profile of its own.</summary>
    /// <param name="arguments">Further ones of Chromium's, such as <c>--host-resolver-rules=MAP app.test 127.0.0.1</c>.</param>
    public static Task<IBrowser> LaunchAsync(params string[] arguments) => Puppeteer.LaunchAsync(new()
    {
        ExecutablePath = Executable,
        Headless = true,
        Args =
        [
            // Containers seldom allow the sandbox, and only this repository's own pages are opened.
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            .. arguments,
        ],
    });

    private static string? Find()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Concat(UsualFolders);
        return folders
            .SelectMany(folder => Names.Select(name => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);
    }
}
